package dalil.query.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dalil.events.Protected;
import dalil.events.casualty.CasualtyFact;
import dalil.events.incident.IncidentFact;
import dalil.query.facts.FactsFollower.State;
import dalil.query.fixture.MemoryFacts;
import dalil.query.fixture.RandomPeople;
import dalil.query.fixture.RandomRegister;
import dalil.query.fixture.Register;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactsFollowerTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void goes_on_from_the_position_that_the_file_holds() throws Exception {
        MemoryFacts facts = grown("one", 200);
        try (Register register = new Register(folder, facts, 10)) {
            assertThat(register.table().position()).isEqualTo(199);
        }
        new RandomRegister(8, facts).add(50);
        try (FactsTable table = new FactsTable(folder)) {
            assertThat(table.open(facts)).as("began anew").isFalse();
            assertThat(table.position()).isEqualTo(199);
        }
        try (Register again = new Register(folder, facts, 10);
                Register fresh = new Register(folder.resolve("fresh"), facts, 10)) {
            assertThat(again.tally("by=month,label")).isEqualTo(fresh.tally("by=month,label"));
            assertThat(again.tally("by=weapon&asOf=120")).isEqualTo(fresh.tally("by=weapon&asOf=120"));
        }
    }

    @Test
    void goes_on_with_the_mergers_and_the_people_that_the_file_holds() {
        MemoryFacts facts = new MemoryFacts("one");
        RandomPeople growing = new RandomPeople(41, facts);
        for (int opened = 0; opened < 6; opened++) {
            growing.add(80);
            try (Register register = new Register(folder, facts, 10)) {
                assertThat(register.table().position()).isEqualTo(facts.size() - 1);
            }
        }
        try (Register again = new Register(folder, facts, 10);
                Register fresh = new Register(folder.resolve("fresh"), facts, 1_000)) {
            assertThat(rows(again)).isEqualTo(rows(fresh));
        }
    }

    @Test
    void after_mergers_are_undone_every_row_is_as_if_they_had_never_been() {
        MemoryFacts facts = new MemoryFacts("one");
        new RandomPeople(42, facts).add(1_000);
        try (Register register = new Register(folder, facts, 10)) {
            Map<String, List<String>> before = rows(register);
            List<String> apart = neverMerged(facts);
            List<String> merged = apart.subList(0, 5);
            for (int i = 0; i < merged.size(); i++) {
                String into = apart.get(i < 2 ? 5 : i + 1);
                facts.add("incident/" + merged.get(i), new IncidentFact.MergedInto(into, Protected.erased()), "x");
            }
            assertThat(rows(register.catchUp())).isNotEqualTo(before);
            for (int i : new int[] {3, 0, 4, 2, 1}) {
                facts.add("incident/" + merged.get(i), new IncidentFact.Unmerged(Protected.erased()), "x");
            }
            assertThat(rows(register.catchUp())).isEqualTo(before);
        }
    }

    /** Incidents that have people, and of which nobody ever said that they are another. */
    private static List<String> neverMerged(MemoryFacts facts) {
        Set<String> found = new LinkedHashSet<>();
        facts.all().forEach(each -> {
            if (each.fact() instanceof CasualtyFact.Recorded of && of.incident() != null) {
                found.add(of.incident());
            }
        });
        facts.all().forEach(each -> {
            if (each.fact() instanceof IncidentFact.MergedInto || each.fact() instanceof IncidentFact.Retracted) {
                found.remove(Objects.requireNonNull(each.stream()).substring("incident/".length()));
            }
        });
        return List.copyOf(found);
    }

    /** What is in force in each table, cell by cell, words by their numbers. */
    private static Map<String, List<String>> rows(Register register) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        Map<String, String> tables = new LinkedHashMap<>();
        List.of("force_use", "injury", "candidate").forEach(table -> tables.put(table, "valid_from"));
        // from whom sources have it is as it was at valid_from
        List.of("incident", "casualty").forEach(table -> tables.put(table, "valid_from, origins"));
        tables.forEach((table, left) ->
                rows.put(table, register.table().read(register.table().position(), connection -> {
                    List<String> found = new ArrayList<>();
                    String sql = "SELECT CAST(t AS VARCHAR) FROM (SELECT * EXCLUDE (" + left + ") FROM " + table
                            + " ORDER BY unit) t";
                    try (Statement statement = connection.createStatement();
                            ResultSet row = statement.executeQuery(sql)) {
                        while (row.next()) {
                            found.add(row.getString(1));
                        }
                    }
                    return found;
                })));
        return rows;
    }

    @Test
    void a_table_of_another_ledger_is_built_again() throws Exception {
        try (Register register = new Register(folder, grown("one", 200), 10)) {
            assertThat(register.table().position()).isEqualTo(199);
        }
        began_anew(grown("two", 200));
    }

    @Test
    void a_table_that_holds_another_fact_at_its_position_is_built_again() throws Exception {
        try (Register register = new Register(folder, grown("one", 200), 10)) {
            assertThat(register.table().position()).isEqualTo(199);
        }
        MemoryFacts other = new MemoryFacts("one");
        new RandomRegister(99, other).add(200);
        began_anew(other);
    }

    @Test
    void a_table_ahead_of_the_ledger_is_built_again() throws Exception {
        try (Register register = new Register(folder, grown("one", 200), 10)) {
            assertThat(register.table().position()).isEqualTo(199);
        }
        began_anew(grown("one", 100));
    }

    @Test
    void a_file_that_does_not_open_is_built_again() throws Exception {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("facts.duckdb"), "not a table at all, but long enough to look like something");
        began_anew(grown("one", 100));
    }

    private void began_anew(MemoryFacts facts) throws Exception {
        try (FactsTable table = new FactsTable(folder)) {
            assertThat(table.open(facts)).as("began anew").isTrue();
            assertThat(table.position()).isEqualTo(FactsTable.NOTHING);
        }
        try (Register register = new Register(folder, facts, 10)) {
            assertThat(register.table().position()).isEqualTo(facts.size() - 1);
            assertThat(register.tally("").total().reported()).isPositive();
        }
    }

    @Test
    void a_failure_is_seen_and_following_goes_on_after_it() throws Exception {
        MemoryFacts facts = grown("one", 100);
        try (Register register = new Register(folder, facts, 10)) {
            facts.failWith(new IllegalStateException("the disk is on fire"));
            new RandomRegister(3, facts).add(20);
            await(() -> register.follower().health().state() == State.FAILED);
            assertThat(register.follower().health().failure()).isEqualTo("IllegalStateException");
            assertThat(register.tally("").index()).as("still readable").isEqualTo(99);

            facts.failWith(null);
            register.catchUp();
            await(() -> register.follower().health().state() == State.FOLLOWING);
            assertThat(register.follower().health().failures()).isPositive();
            assertThat(register.table().position()).isEqualTo(119);
        }
    }

    @Test
    void waiting_for_a_position_ends_when_it_is_reached_or_the_time_is_over() {
        MemoryFacts facts = grown("one", 10);
        try (Register register = new Register(folder, facts, 10)) {
            assertThat(register.table().awaitPosition(9, Duration.ZERO)).isTrue();
            assertThat(register.table().awaitPosition(10, Duration.ofMillis(20)))
                    .isFalse();
            new RandomRegister(3, facts).add(1);
            assertThat(register.table().awaitPosition(10, Duration.ofSeconds(10)))
                    .isTrue();
        }
    }

    @Test
    void no_file_of_the_native_library_stays_behind() throws IOException {
        assumeTrue(Files.isReadable(Path.of("/proc/self/maps")), "not on this system");
        NativeLibrary.load(folder.resolve("native"));

        List<String> mapped;
        try (var lines = Files.lines(Path.of("/proc/self/maps"))) {
            mapped = lines.filter(line -> line.contains("libduckdb_java")).toList();
        }
        assertThat(mapped).isNotEmpty().allMatch(line -> line.endsWith("(deleted)"));
    }

    private static MemoryFacts grown(String ledger, int size) {
        MemoryFacts facts = new MemoryFacts(ledger);
        new RandomRegister(7, facts).add(size);
        return facts;
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(10);
        }
    }
}
