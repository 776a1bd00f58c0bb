package dalil.ledger.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.ledger.Ledger;
import dalil.ledger.Sample;
import dalil.ledger.StoredFact;
import dalil.ledger.sqlite.LedgerFolder;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reader that stays open while writer after writer is killed: what it was shown once is never taken back or shown again. */
class ReaderBesideKilledWriterTest {

    private static final long PATIENCE = 30_000_000_000L;
    private static final int ROUNDS = Boolean.getBoolean("dalil.thorough") ? 30 : 5;

    @Test
    void what_was_read_stays_read_over_every_kill_and_recovery(@TempDir Path folder) throws Exception {
        long seed = Long.getLong("dalil.seed", System.nanoTime());
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        LedgerFolder.create(folder, Sample.CASE, Sample.wiring()).close();
        Set<String> seen = new HashSet<>();
        long next = 0;
        try (Ledger reading = LedgerFolder.openReadOnly(folder)) {
            for (int round = 0; round < ROUNDS; round++) {
                String where = "seed " + seed + ", round " + round;
                try (KilledWriter writer = KilledWriter.start(folder, random.nextLong())) {
                    long begin = System.nanoTime();
                    long lasts = random.nextInt(300) * 1_000_000L;
                    // once there must have been something to read, however slowly the writer starts
                    boolean last = round == ROUNDS - 1;
                    while (System.nanoTime() - begin < (last && next == 0 ? PATIENCE : lasts)) {
                        next = read(reading, next, seen, where);
                    }
                    writer.kill();
                }
                next = read(reading, next, seen, where);
            }
        }
        assertThat(next).isPositive();
        try (Ledger ledger = LedgerFolder.open(folder, Sample.wiring())) {
            assertThat(ledger.size()).isGreaterThanOrEqualTo(next);
            for (long from = 0; from < next; from += 1_000) {
                long before = next;
                assertThat(ledger.read(from, 1_000))
                        .allMatch(fact -> fact.index() >= before || seen.contains(fact.id()));
            }
        }
        System.out.println(next + " facts read over " + ROUNDS + " kills");
    }

    private static long read(Ledger reading, long from, Set<String> seen, String where) {
        long next = from;
        List<StoredFact> facts = reading.read(next, 500);
        while (!facts.isEmpty()) {
            for (StoredFact fact : facts) {
                assertThat(fact.index()).as(where).isEqualTo(next++);
                assertThat(seen.add(fact.id())).as(where).isTrue();
            }
            facts = reading.read(next, 500);
        }
        return next;
    }
}
