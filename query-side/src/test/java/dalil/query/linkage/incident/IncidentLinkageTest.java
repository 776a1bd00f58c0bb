package dalil.query.linkage.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dalil.events.Fact;
import dalil.events.dataset.DatasetFact;
import dalil.events.incident.IncidentFact.Reported;
import dalil.query.fixture.MemoryFacts;
import dalil.query.fixture.PoliceBrutality;
import dalil.query.fixture.SecondPublisher;
import dalil.query.linkage.incident.IncidentsSeen.After;
import dalil.query.linkage.incident.IncidentsSeen.Pair;
import dalil.query.linkage.incident.IncidentsSeen.Pairs;
import dalil.query.wire.TestLedger;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * 600 incidents of 2020PB as a second publisher might have told them, half of which the first lists too: who meets whom. What the second
 * makes of them was written by the same hand as the comparison, so this says that it works, not how well on a real second publisher. What
 * 2020PB itself lists twice counts as wrongly met.
 */
class IncidentLinkageTest {

    private static final double THRESHOLD = 0.7;
    private static final long SEED = 26;

    @Test
    void what_two_publishers_list_meets_and_other_incidents_do_not(@TempDir Path folder) throws IOException {
        Optional<MemoryFacts> facts = PoliceBrutality.facts();
        assumeTrue(facts.isPresent(), "the data set is not here");
        List<Reported> all = new ArrayList<>();
        facts.get().all().forEach(fact -> {
            if (fact.fact() instanceof Reported reported) {
                all.add(reported);
            }
        });
        Collections.shuffle(all, new Random(SEED));
        SecondPublisher second = new SecondPublisher(SEED);
        Map<String, Fact> streams = new LinkedHashMap<>();
        List<String> first = new ArrayList<>();
        Map<String, String> same = new HashMap<>();
        List<String> versions = new ArrayList<>();
        for (int i = 0; i < 1_100; i++) {
            if (i < 800) {
                first.add(all.get(i).id());
                streams.put("incident/" + all.get(i).id(), all.get(i));
            }
            if (i >= 500) {
                Reported version = second.version(all.get(i));
                versions.add(version.id());
                streams.put("incident/" + version.id(), version);
                if (i < 800) {
                    same.put(version.id(), all.get(i).id());
                }
            }
        }
        streams.put("dataset/1", listed("first", first));
        streams.put("dataset/2", listed("second", versions));
        try (TestLedger ledger = new TestLedger(folder.resolve("ledger"))) {
            ledger.begin(streams);
            IncidentsSeen seen = new IncidentsSeen(ledger.ledger, TestLedger.MAPPER);
            seen.catchUp();
            List<Pair> pairs = allPairs(seen, "second", "first", THRESHOLD);

            long found = pairs.stream()
                    .filter(pair -> pair.other().equals(same.get(pair.one())))
                    .count();
            double precision = (double) found / pairs.size();
            double recall = (double) found / same.size();
            System.out.printf(
                    "linkage of incidents, seed %d, above %.1f: precision %.3f, recall %.3f (by the same hand)%n",
                    SEED, THRESHOLD, precision, recall);
            assertThat(recall).isGreaterThan(0.85);
            assertThat(precision).isGreaterThan(0.85);
        }
    }

    private static List<Pair> allPairs(IncidentsSeen seen, String listedBy, String against, double above) {
        List<Pair> all = new ArrayList<>();
        After after = null;
        do {
            Pairs page = seen.pairs(listedBy, against, above, after, 37, 2_000);
            all.addAll(page.pairs());
            after = page.next();
        } while (after != null);
        return all;
    }

    private static DatasetFact.Listed listed(String dataset, List<String> ids) {
        return new DatasetFact.Listed(
                dataset, dataset, "2021-10-19", null, "2020pb", "00", List.of(), ids.size(), 0, ids, List.of(), 1, 1);
    }
}
