package dalil.query.tally;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.query.byhand.PeopleRecount;
import dalil.query.byhand.Way;
import dalil.query.fixture.MemoryFacts;
import dalil.query.fixture.RandomPeople;
import dalil.query.fixture.Register;
import dalil.query.timeline.TimelineEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Registers of people harmed made up at random, counted by hand and by the table. */
class RandomPeopleTest {

    private static final boolean THOROUGH = Boolean.getBoolean("dalil.thorough");
    private static final int SEEDS = THOROUGH ? 8 : 3;
    private static final int FACTS = 600;
    /** How often each pair is asked, of one register or another. */
    private static final int TIMES = THOROUGH ? 2 : 1;

    private static final int MOST_CELLS = 20;
    private static final Set<String> PLACES = Set.of("country", "region", "district", "settlement");
    private static final List<String> DIMENSIONS = List.of(
            "hour",
            "day",
            "month",
            "country",
            "region",
            "district",
            "settlement",
            "outcome",
            "role",
            "sex",
            "age-band",
            "label",
            "severity",
            "lasting-effect",
            "body-region",
            "mechanism",
            "weapon",
            "method",
            "munition",
            "munition-asserted",
            "munition-verified",
            "used-by",
            "unit-alleged",
            "corroboration",
            "source-type",
            "origins");

    @Test
    void every_tally_agrees_with_a_recount_by_hand(@TempDir Path folder) {
        Iterator<List<String>> pairs = pairs();
        for (long seed = 1; seed <= SEEDS; seed++) {
            MemoryFacts facts = new MemoryFacts();
            Random random = new Random(seed);
            try (Register register = grown(folder.resolve("a" + seed), seed, facts)) {
                List<Long> indexes = List.of(facts.size() - 1, facts.size() / 2, 20L, -1L);
                for (long index : indexes) {
                    PeopleRecount recount = new PeopleRecount(facts.all(), index);
                    for (List<String> by : questions(index < 100 ? Collections.emptyIterator() : pairs)) {
                        for (Way way : ways(by, random)) {
                            agree(register, recount, way, by, "&asOf=" + index, "seed " + seed);
                        }
                    }
                }
            }
        }
        assertThat(pairs.hasNext()).as("a pair that was not asked").isFalse();
    }

    @Test
    void every_cell_opens_into_the_people_it_counts(@TempDir Path folder) {
        for (long seed = 11; seed < 11 + SEEDS / 2; seed++) {
            MemoryFacts facts = new MemoryFacts();
            Random random = new Random(seed);
            try (Register register = grown(folder.resolve("b" + seed), seed, facts)) {
                PeopleRecount recount = new PeopleRecount(facts.all(), facts.size() - 1);
                for (String by : DIMENSIONS) {
                    for (Way way : ways(List.of(by), random)) {
                        opens(register, recount, way, by, "seed " + seed);
                    }
                }
            }
        }
    }

    /** A cell's link finds the records behind it, and counts to what the cell says. */
    private static void opens(Register register, PeopleRecount recount, Way way, String by, String seed) {
        Map<String, PeopleRecount.Cell> cells = recount.count(way, List.of(by));
        List<Tally.Cell> found =
                register.tally("of=casualties&by=" + by + way.asked()).cells();
        // an open interval makes hundreds of cells of days that are all alike
        int step = 1 + found.size() / MOST_CELLS;
        for (int i = 0; i < found.size(); i += step) {
            Tally.Cell cell = found.get(i);
            String told = "%s, by %s%s, cell %s".formatted(seed, by, way.asked(), key(cell));
            PeopleRecount.Cell byHand = Objects.requireNonNull(cells.get(key(cell)), told);
            assertThat(register.records(cell.records(), 100).stream().map(TimelineEntry::id))
                    .as(told)
                    .containsExactlyInAnyOrderElementsOf(byHand.people());
            Tally total = register.tally(cell.records().substring(cell.records().indexOf('?') + 1));
            assertThat(total.total().corroborated() + " of " + total.total().reported())
                    .as(told)
                    .isEqualTo(byHand.corroborated() + " of " + byHand.reported());
        }
    }

    /** Nothing, every dimension, and this index's share of the pairs. */
    private static List<List<String>> questions(Iterator<List<String>> pairs) {
        List<List<String>> questions = new ArrayList<>(List.of(List.of()));
        DIMENSIONS.forEach(one -> questions.add(List.of(one)));
        for (int i = 0;
                i < 1 + TIMES * DIMENSIONS.size() * DIMENSIONS.size() / 2 / (SEEDS * 2) && pairs.hasNext();
                i++) {
            questions.add(pairs.next());
        }
        return questions;
    }

    /** Every pair of dimensions, often enough and in a random order; of places one level at a time, and hours without days. */
    private static Iterator<List<String>> pairs() {
        List<List<String>> pairs = new ArrayList<>();
        for (String one : DIMENSIONS) {
            for (String other : DIMENSIONS.subList(DIMENSIONS.indexOf(one) + 1, DIMENSIONS.size())) {
                if (!PLACES.containsAll(List.of(one, other))
                        && !List.of(one, other).equals(List.of("hour", "day"))) {
                    pairs.addAll(Collections.nCopies(TIMES, List.of(one, other)));
                }
            }
        }
        Collections.shuffle(pairs, new Random(7));
        return pairs.iterator();
    }

    /** How people are counted over time changes nothing but their outcomes. */
    private static List<Way> ways(List<String> by, Random random) {
        return by.contains("outcome") || by.isEmpty()
                ? Way.all()
                : List.of(Way.all().get(random.nextInt(Way.all().size())));
    }

    private static void agree(
            Register register, PeopleRecount recount, Way way, List<String> by, String asOf, String seed) {
        String query = "of=casualties&by=" + String.join(",", by) + way.asked() + asOf;
        Tally tally = register.tally(query);
        Map<String, String> found = new LinkedHashMap<>();
        tally.cells().forEach(cell -> found.put(key(cell), cell.corroborated() + " of " + cell.reported()));
        if (tally.total().reported() > 0) {
            found.put("", tally.total().corroborated() + " of " + tally.total().reported());
        }
        Map<String, String> byHand = new LinkedHashMap<>();
        recount.count(way, by).forEach((key, cell) -> byHand.put(key, cell.corroborated() + " of " + cell.reported()));

        assertThat(found).as("%s, %s", seed, query).isEqualTo(byHand);
    }

    private static String key(Tally.Cell cell) {
        return cell.key().entrySet().stream()
                .map(part -> part.getKey() + "=" + part.getValue())
                .collect(Collectors.joining(", "));
    }

    private static Register grown(Path folder, long seed, MemoryFacts facts) {
        System.out.println("seed " + seed);
        Random portions = new Random(seed);
        RandomPeople growing = new RandomPeople(seed, facts);
        Register register = new Register(folder, facts, 3);
        while (facts.size() < FACTS) {
            growing.add(1 + portions.nextInt(60));
            register.catchUp();
        }
        return register;
    }
}
