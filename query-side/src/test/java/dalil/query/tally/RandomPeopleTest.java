package dalil.query.tally;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.query.byhand.PeopleRecount;
import dalil.query.byhand.Way;
import dalil.query.fixture.MemoryFacts;
import dalil.query.fixture.RandomPeople;
import dalil.query.fixture.Register;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Registers of people harmed made up at random, counted by hand and by the table. */
class RandomPeopleTest {

    private static final boolean THOROUGH = Boolean.getBoolean("dalil.thorough");
    private static final int SEEDS = THOROUGH ? 8 : 3;
    private static final int FACTS = 400;
    private static final int PAIRS = THOROUGH ? Integer.MAX_VALUE : 6;
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
            "source-type");

    @Test
    void every_tally_agrees_with_a_recount_by_hand(@TempDir Path folder) {
        for (long seed = 1; seed <= SEEDS; seed++) {
            MemoryFacts facts = new MemoryFacts();
            Random random = new Random(seed);
            try (Register register = grown(folder.resolve("a" + seed), seed, facts)) {
                for (long index : List.of(facts.size() - 1, facts.size() / 2, facts.size() / 3, 20L, -1L)) {
                    PeopleRecount recount = new PeopleRecount(facts.all(), index);
                    for (List<String> by : questions(random)) {
                        for (Way way : ways(by, random)) {
                            agree(register, recount, way, by, "&asOf=" + index, "seed " + seed);
                        }
                    }
                }
            }
        }
    }

    /** Nothing, every dimension, and pairs of them; of places one level at a time. */
    private static List<List<String>> questions(Random random) {
        List<List<String>> pairs = new ArrayList<>();
        for (String one : DIMENSIONS) {
            for (String other : DIMENSIONS.subList(DIMENSIONS.indexOf(one) + 1, DIMENSIONS.size())) {
                if (!PLACES.contains(one) || !PLACES.contains(other)) {
                    pairs.add(List.of(one, other));
                }
            }
        }
        Collections.shuffle(pairs, random);
        List<List<String>> questions = new ArrayList<>(List.of(List.of()));
        DIMENSIONS.forEach(one -> questions.add(List.of(one)));
        questions.addAll(pairs.subList(0, Math.min(PAIRS, pairs.size())));
        return questions;
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
