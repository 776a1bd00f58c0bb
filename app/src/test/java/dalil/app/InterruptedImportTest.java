package dalil.app;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.ledger.Ledger;
import dalil.ledger.StoredFact;
import dalil.ledger.audit.Audit;
import dalil.ledger.audit.AuditReport;
import dalil.ledger.sqlite.LedgerFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The import is stopped, politely and not, and the same command again goes on where it was. */
class InterruptedImportTest {

    private static final int ROWS = 2_000;
    private static final int PAPERS = 3;
    private static final int KILLS = Boolean.getBoolean("dalil.thorough") ? 8 : 2;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void goes_on_after_kill_9_and_doubles_nothing() throws Exception {
        long seed = Long.getLong("dalil.seed", System.nanoTime());
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        Path[] files = InventedDataset.in(folder, ROWS);
        for (int i = 0; i < KILLS; i++) {
            Process run = importing(files);
            untilFactsBeyond(random.nextInt(1_500));
            run.destroyForcibly().waitFor();
        }
        assertThat(finished(importing(files))).isZero();
        everyRowIsOnRecordOnce(1);
        assertThat(finished(importing(files))).isZero();
        everyRowIsOnRecordOnce(2);
    }

    @Test
    void goes_on_after_control_c() throws Exception {
        Path[] files = InventedDataset.in(folder, ROWS);
        Process run = importing(files);
        untilFactsBeyond(200);
        new ProcessBuilder("kill", "-INT", String.valueOf(run.pid())).start().waitFor();
        String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = run.waitFor();
        if (exit != 0) { // it may have been done already
            assertThat(exit).isEqualTo(130);
            assertThat(said).contains("the same command again goes on from here");
        }
        assertThat(finished(importing(files))).isZero();
        everyRowIsOnRecordOnce(exit == 0 ? 2 : 1);
    }

    private Process importing(Path[] files) throws IOException {
        return ServerProcess.java(
                "dalil.app.Main",
                "import",
                "--profile",
                files[0].toString(),
                files[1].toString(),
                "--data",
                register().toString(),
                "--rejects",
                folder.resolve("rejects.csv").toString());
    }

    private static int finished(Process run) throws Exception {
        String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(said).contains("finished: " + ROWS + " rows");
        return run.exitValue();
    }

    /** Waits for the import to be under way: looks at the growing file, which is cheaper than opening it. */
    private void untilFactsBeyond(int kibibytes) throws Exception {
        Path log = register().resolve("ledger").resolve("ledger.sqlite-wal");
        for (int i = 0; i < 600 && !(Files.exists(log) && Files.size(log) > kibibytes * 1024L); i++) {
            Thread.sleep(20);
        }
    }

    private void everyRowIsOnRecordOnce(int listings) {
        AuditReport report = Audit.of(register().resolve("ledger"));
        assertThat(report.findings()).isEmpty();
        assertThat(report.outcome()).isEqualTo(AuditReport.Outcome.INTACT);
        Map<String, Integer> types = new TreeMap<>();
        Set<String> streams = new HashSet<>();
        try (Ledger ledger = LedgerFolder.openReadOnly(register().resolve("ledger"))) {
            for (long from = 0; from < ledger.size(); from += 1_000) {
                for (StoredFact fact : ledger.read(from, 1_000)) {
                    types.merge(fact.type(), 1, Integer::sum);
                    streams.add(String.valueOf(fact.stream()));
                }
            }
        }
        assertThat(types)
                .isEqualTo(Map.of(
                        "dataset.listed", listings,
                        "incident.reported", ROWS,
                        "casualty.recorded", ROWS,
                        "figure.published", ROWS,
                        "source.registered", 1 + PAPERS));
        assertThat(streams).hasSize(3 * ROWS + 1 + PAPERS + 1);
    }

    private Path register() {
        return folder.resolve("register");
    }
}
