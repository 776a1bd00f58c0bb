package dalil.query.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.events.Fact;
import dalil.events.Protected;
import dalil.events.casualty.CasualtyFact;
import dalil.events.claim.Claim;
import dalil.events.claim.ClaimValue;
import dalil.events.claim.PersonName;
import dalil.query.linkage.PeopleSeen.Candidate;
import dalil.query.wire.TestLedger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeopleSeenTest {

    /** By hand: -Ddalil.people=100000 prints how long it takes to find candidates among so many. */
    private static final int PEOPLE = Integer.getInteger("dalil.people", 2_000) + 1;

    private static final String SYLLABLES =
            "аба бек кан ту лу сы жан гүл нур ай чол пон эр мек алы кул мыр за төр өм үс ма";

    private static CasualtyFact.Recorded person(String id, String name, int age) {
        return new CasualtyFact.Recorded(
                id,
                "individual",
                null,
                List.of(
                        claim(
                                "n",
                                "name",
                                new ClaimValue.Name(
                                        Protected.of("casualty/" + id, new PersonName(name, null, null, null, null)))),
                        claim("a", "age", new ClaimValue.Range(age, age))),
                List.of());
    }

    private static Claim claim(String id, String attribute, ClaimValue value) {
        return new Claim(id, attribute, value, "source", null, null, null, null);
    }

    private static String invented(Random random) {
        String[] syllables = SYLLABLES.split(" ");
        StringBuilder name = new StringBuilder();
        for (int word = 0; word < 2; word++) {
            for (int i = 2 + random.nextInt(2); i > 0; i--) {
                name.append(syllables[random.nextInt(syllables.length)]);
            }
            name.append(word == 0 ? "ов " : "");
        }
        return name.toString();
    }

    @Test
    void finds_a_person_among_many_and_follows_the_ledger(@TempDir Path folder) {
        Random random = new Random(7);
        try (TestLedger ledger = new TestLedger(folder.resolve("ledger"))) {
            Map<String, Fact> people = new LinkedHashMap<>();
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < PEOPLE; i++) {
                String id = new UUID(9, i).toString();
                ids.add(id);
                people.put("casualty/" + id, person(id, invented(random), 15 + random.nextInt(60)));
            }
            ledger.begin(people);
            String known = UUID.randomUUID().toString();
            String again = UUID.randomUUID().toString();
            ledger.append("casualty/" + known, person(known, "Ойдонбеков Чыгарылган", 19));
            PeopleSeen seen = new PeopleSeen(ledger.ledger, TestLedger.MAPPER);
            long begin = System.nanoTime();
            seen.catchUp();
            System.out.printf("%,d people read in %d ms%n", PEOPLE, (System.nanoTime() - begin) / 1_000_000);
            ledger.append("casualty/" + again, person(again, "Chygarylgan Oydonbekov", 19));
            seen.catchUp();

            assertThat(ids(seen, known)).containsExactly(again);

            long[] took = new long[200];
            for (int i = 0; i < took.length; i++) {
                begin = System.nanoTime();
                seen.candidates(seen.find(ids.get(random.nextInt(ids.size()))).orElseThrow(), 0.7, 50);
                took[i] = (System.nanoTime() - begin) / 1_000;
            }
            Arrays.sort(took);
            System.out.printf(
                    "candidates among %,d people: median %,d µs, p95 %,d µs, most %,d µs%n",
                    PEOPLE, took[100], took[190], took[199]);

            ledger.append(
                    "casualty/" + again, new CasualtyFact.MergedInto(known, Protected.of("casualty/" + again, "one")));
            seen.catchUp();
            assertThat(ids(seen, known)).isEmpty();
            ledger.append("casualty/" + again, new CasualtyFact.Unmerged(Protected.of("casualty/" + again, "two")));
            seen.catchUp();
            assertThat(ids(seen, known)).containsExactly(again);

            ledger.append("casualty/" + known, new CasualtyFact.CandidateNoted(again, null));
            ledger.append(
                    "casualty/" + known,
                    new CasualtyFact.CandidateDismissed(again, Protected.of("casualty/" + known, "two")));
            seen.catchUp();
            assertThat(ids(seen, known)).isEmpty();
            assertThat(ids(seen, again)).isEmpty();
        }
    }

    private static List<String> ids(PeopleSeen seen, String of) {
        return seen.candidates(seen.find(of).orElseThrow(), 0.7, 50).stream()
                .map(Candidate::person)
                .map(PersonSeen::id)
                .toList();
    }
}
