package dalil.query.tally;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.query.byhand.NaiveRecount;
import dalil.query.fixture.MemoryFacts;
import dalil.query.fixture.RandomPeople;
import dalil.query.fixture.RandomRegister;
import dalil.query.fixture.Register;
import dalil.query.question.Breakdown;
import dalil.query.timeline.TimelineEntry;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Registers made up at random: contested values, intervals, withdrawals, retractions. */
class RandomRegisterTest {

    private static final int SEEDS = Boolean.getBoolean("dalil.thorough") ? 8 : 2;
    private static final List<String> ALONE = List.of(
            "",
            "hour",
            "day",
            "month",
            "country",
            "region",
            "district",
            "settlement",
            "weapon",
            "method",
            "munition",
            "munition-asserted",
            "munition-verified",
            "used-by",
            "role",
            "label",
            "kind",
            "corroboration",
            "source-type",
            "origins");
    private static final List<String> TOGETHER = List.of(
            "weapon,used-by",
            "month,weapon",
            "label,month",
            "origins,weapon",
            "origins,corroboration",
            "region,origins",
            "settlement,day",
            "method,weapon,role",
            "day,kind,munition");

    private static final long CELLS = Long.getLong("dalil.seed", System.nanoTime());
    private static final Random RANDOM = new Random(CELLS);
    private static final int MOST_CELLS = Boolean.getBoolean("dalil.thorough") ? 100 : 40;
    private static final String LISTED = "listedBy=%D0%B6%D1%8B%D0%B9%D0%BD%D0%B0%D0%BA";
    private static final Map<String, String> BY_FILTER = Map.of(
            "", "month",
            "&corroboration=corroborated,confirmed", "label,kind",
            "&from=2020-10-05&to=2020-10-20", "hour",
            "&weapon=baton,unknown&label=x", "settlement,role",
            "&place=KG", "weapon,used-by",
            "&used-by=contested&q=%D0%9E%D0%9A%D0%A3%D0%AF", "munition-asserted",
            "&origins=0,1", "origins",
            "&month=2020-10&listedBy=%D0%B6%D1%8B%D0%B9%D0%BD%D0%B0%D0%BA", "day",
            "&near=42.87,74.6,1", "district");

    @Test
    void every_tally_agrees_with_a_recount_by_hand(@TempDir Path folder) {
        for (long seed = 1; seed <= SEEDS; seed++) {
            MemoryFacts facts = new MemoryFacts();
            try (Register register = grown(folder.resolve("a" + seed), seed, facts)) {
                for (long index : List.of(facts.size() - 1, facts.size() / 2, 3L, -1L)) {
                    agree(register, new NaiveRecount(facts.all(), index), index, "seed " + seed);
                }
            }
        }
    }

    private static void agree(Register register, NaiveRecount recount, long index, String seed) {
        assertThat(ids(register, "asOf=" + index))
                .as("%s, index %d", seed, index)
                .isEqualTo(sorted(recount.ids()));
        if (!recount.idsListed().isEmpty()) {
            assertThat(ids(register, LISTED + "&asOf=" + index))
                    .as("%s, index %d", seed, index)
                    .isEqualTo(sorted(recount.idsListed()));
        }
        Breakdown.Undecided undecided =
                Objects.requireNonNull(register.tally("asOf=" + index).undecided());
        assertThat(undecided.records() + " as " + undecided.countedAs())
                .as("%s, index %d", seed, index)
                .isEqualTo(recount.undecided());
        for (boolean forceUses : List.of(false, true)) {
            String of = forceUses ? "of=force-uses" : "of=incidents";
            for (String by : ALONE) {
                agree(register, recount, index, of, forceUses, by, seed);
            }
            for (String by : TOGETHER) {
                agree(register, recount, index, of, forceUses, by, seed);
            }
        }
    }

    private static List<String> ids(Register register, String query) {
        return sorted(register.records("?" + query, 1_000).stream()
                .map(TimelineEntry::id)
                .toList());
    }

    private static List<String> sorted(List<String> ids) {
        return ids.stream().sorted().toList();
    }

    @Test
    void incidents_agree_beside_people_and_sources_that_are_on_record(@TempDir Path folder) {
        MemoryFacts facts = new MemoryFacts();
        new RandomPeople(31, facts).add(400);
        try (Register register = new Register(folder, facts, 3)) {
            for (long index : List.of(facts.size() - 1, facts.size() / 2)) {
                agree(register, new NaiveRecount(facts.all(), index), index, "seed 31");
            }
        }
    }

    private static void agree(
            Register register, NaiveRecount recount, long index, String of, boolean forceUses, String by, String seed) {
        Tally tally = register.tally(of + "&by=" + by + "&asOf=" + index);
        Map<Map<String, String>, String> found = new LinkedHashMap<>();
        tally.cells()
                .forEach(cell -> found.put(new TreeMap<>(cell.key()), cell.corroborated() + " of " + cell.reported()));
        if (tally.total().reported() > 0) {
            found.put(
                    Map.of(),
                    tally.total().corroborated() + " of " + tally.total().reported());
        }

        assertThat(found)
                .as("%s, index %d, %s by %s", seed, index, of, by)
                .isEqualTo(recount.count(forceUses, by.isEmpty() ? List.of() : List.of(by.split(","))));
    }

    @Test
    void every_cell_opens_into_the_records_it_counts(@TempDir Path folder) {
        for (long seed = 11; seed < 11 + SEEDS / 2; seed++) {
            MemoryFacts facts = new MemoryFacts();
            try (Register register = grown(folder.resolve("b" + seed), seed, facts)) {
                for (Map.Entry<String, String> filtered : BY_FILTER.entrySet()) {
                    for (String of : List.of("of=incidents", "of=force-uses")) {
                        opens(register, of + filtered.getKey() + "&by=" + filtered.getValue(), "seed " + seed);
                    }
                }
            }
        }
    }

    private static void opens(Register register, String query, String seed) {
        List<Tally.Cell> cells = register.tally(query).cells();
        // an open interval makes hundreds of cells of days that are all alike
        int step = 1 + cells.size() / MOST_CELLS;
        for (int i = RANDOM.nextInt(step); i < cells.size(); i += step) {
            Tally.Cell cell = cells.get(i);
            List<TimelineEntry> entries = register.records(cell.records(), 13);
            assertThat(entries.stream().map(entry -> entry.id() + entry.forceUse()))
                    .as("%s, cells from dalil.seed %d, %s, cell %s", seed, CELLS, query, cell)
                    .hasSize(Math.toIntExact(cell.reported()))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void a_rebuilt_table_answers_like_the_one_that_followed(@TempDir Path folder) {
        for (long seed = 21; seed < 21 + SEEDS; seed++) {
            MemoryFacts facts = new MemoryFacts();
            try (Register followed = grown(folder.resolve("c" + seed), seed, facts);
                    Register rebuilt = new Register(folder.resolve("d" + seed), facts, 1_000)) {
                for (String query :
                        List.of("by=month,label", "of=force-uses&by=weapon,day", "by=weapon,used-by,role")) {
                    for (long index = -1; index < facts.size(); index += 37) {
                        assertThat(rebuilt.tally(query + "&asOf=" + index))
                                .as("seed %d, index %d, %s", seed, index, query)
                                .isEqualTo(followed.tally(query + "&asOf=" + index));
                    }
                }
                assertThat(rebuilt.timeline("limit=1000"))
                        .as("seed %d", seed)
                        .isEqualTo(followed.timeline("limit=1000"));
            }
        }
    }

    /** Fed in portions, with so few states kept that most are folded again. */
    private static Register grown(Path folder, long seed, MemoryFacts facts) {
        System.out.println("seed " + seed);
        Random portions = new Random(seed);
        RandomRegister growing = new RandomRegister(seed, facts);
        Register register = new Register(folder, facts, 3);
        while (facts.size() < 400) {
            growing.add(1 + portions.nextInt(60));
            register.catchUp();
        }
        return register;
    }
}
