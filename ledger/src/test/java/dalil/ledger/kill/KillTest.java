package dalil.ledger.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.ledger.Ledger;
import dalil.ledger.Sample;
import dalil.ledger.StoredFact;
import dalil.ledger.audit.Audit;
import dalil.ledger.audit.AuditReport;
import dalil.ledger.sqlite.LedgerFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a writing process with SIGKILL again and again. What it had acknowledged must be there, once; the rest whole or not at all. */
class KillTest {

    private static final long SEED = Long.getLong("dalil.seed", System.nanoTime());
    private static final int ROUNDS = Boolean.getBoolean("dalil.thorough") ? 60 : 15;

    private final Map<String, Long> acknowledged = new HashMap<>();

    @Test
    void every_acknowledged_fact_is_stored_exactly_once_whenever_the_writer_is_killed(@TempDir Path folder)
            throws Exception {
        System.out.println("seed " + SEED);
        LedgerFolder.create(folder, Sample.CASE, Sample.wiring()).close();
        Random random = new Random(SEED);
        int roundsWithFacts = 0;
        long checked = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String where = "seed " + SEED + ", round " + round;
            // one in six is killed while it starts or opens, the others while they append
            boolean early = round % 6 == 5;
            int before = acknowledged.size();
            kill(folder, random.nextLong(), early, random.nextInt(early ? 700 : 250));
            roundsWithFacts += acknowledged.size() > before ? 1 : 0;

            AuditReport report = Audit.of(folder);
            assertThat(report.findings()).as(where).isEmpty();
            try (Ledger ledger = LedgerFolder.open(folder, Sample.wiring())) {
                checked = check(ledger, checked, where);
                assertThat(report.head()).as(where).isEqualTo(ledger.head());
            }
        }
        assertThat(roundsWithFacts).as("rounds that wrote anything").isGreaterThan(ROUNDS / 3);
        assertThat(acknowledged).isEmpty();
    }

    /** Everything new in the ledger, against what was acknowledged; returns its size. */
    private long check(Ledger ledger, long from, String where) {
        long size = ledger.size();
        for (long index = from; index < size; index += 1_000) {
            List<StoredFact> facts = ledger.read(index, 1_000);
            for (StoredFact fact : facts) {
                // the index of event ids is unique and the audit holds it against the records, so found once is stored
                // once
                Long said = acknowledged.remove(fact.id());
                assertThat(said == null || said == fact.index())
                        .as(where + ": " + fact.id() + " at " + fact.index() + ", acknowledged at " + said)
                        .isTrue();
            }
        }
        assertThat(acknowledged).as(where + ": acknowledged and not stored").isEmpty();
        return size;
    }

    private void kill(Path folder, long seed, boolean early, int millis) throws Exception {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AppendUntilKilled.class.getName(),
                        folder.toString(),
                        Long.toString(seed))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        CountDownLatch ready = new CountDownLatch(1);
        Thread listener = new Thread(() -> listen(writer, ready));
        listener.start();
        try {
            if (!early) {
                assertThat(ready.await(60, TimeUnit.SECONDS)).isTrue();
            }
            Thread.sleep(millis);
        } finally {
            writer.destroyForcibly().waitFor();
            listener.join();
        }
    }

    // An acknowledgement counts only with its end: a line cut by the kill was heard by nobody.
    private void listen(Process writer, CountDownLatch ready) {
        try (BufferedReader lines = writer.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals("ready")) {
                    ready.countDown();
                } else if (line.startsWith("ack ") && line.endsWith(" end")) {
                    String[] words = line.split(" ");
                    for (int i = 2; i < words.length - 1; i++) {
                        acknowledged.put(words[i], Long.parseLong(words[1]) + i - 2);
                    }
                }
            }
        } catch (IOException closed) {
            // the writer is gone, and so is its pipe
        } finally {
            ready.countDown();
        }
    }
}
