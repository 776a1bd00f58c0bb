package dalil.ledger.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.ledger.Ledger;
import dalil.ledger.StoredFact;
import dalil.ledger.audit.Audit;
import dalil.ledger.audit.AuditKeys;
import dalil.ledger.audit.AuditReport;
import dalil.ledger.audit.AuditReport.Outcome;
import dalil.ledger.key.KeyFolder;
import dalil.ledger.key.LastSigned;
import dalil.ledger.sqlite.LedgerFolder;
import dalil.ledger.store.CheckpointStore.Kept;
import dalil.transparency.checkpoint.SignedCheckpoint;
import dalil.transparency.tree.Hash;
import dalil.transparency.tree.Subtrees;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a signing process with SIGKILL again and again. Every checkpoint that anybody saw must stay the one of its size and the start
 * of every later one, and no start may need a hand.
 */
class KilledSignerTest {

    private static final int ROUNDS = Boolean.getBoolean("dalil.thorough") ? 25 : 8;

    /** What anybody saw, by size; the same size twice is the same bytes. */
    private final Map<Long, SignedCheckpoint> seen = new LinkedHashMap<>();

    private int halfPublished;

    @Test
    void no_kill_leaves_two_roots_of_one_size_or_a_checkpoint_that_later_ones_do_not_extend(@TempDir Path folder)
            throws Exception {
        long seed = Long.getLong("dalil.seed", System.nanoTime());
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        Register.in(folder).close();
        for (int round = 0; round < ROUNDS; round++) {
            String where = "seed " + seed + ", round " + round;
            kill(folder, random.nextLong(), random.nextInt(200), where);
            halfPublished += between(folder) ? 1 : 0;
            try (Register register = Register.in(folder)) {
                assertThat(register.checkpointer.health().why()).as(where).isNull();
                register.checkpointer.checkpoint();
                see(register.checkpointer.published().orElseThrow(), where);
            }
            AuditReport report = Audit.of(folder.resolve("data"), AuditKeys.of(folder.resolve("keys"), List.of()));
            assertThat(report.findings()).as(where).isEmpty();
            assertThat(report.outcome()).as(where).isEqualTo(Outcome.INTACT);
            assertThat(report.signed().authentic()).as(where).isTrue();
        }
        System.out.println(seen.size() + " checkpoints seen, " + halfPublished + " kills between the two places");
        // a slow machine gets few facts down before it is killed; that there were several says that the rounds tried
        // something
        assertThat(seen.size()).as("checkpoints that were seen").isGreaterThan(ROUNDS / 4);
        everyOneSeenIsKeptAndOfTheOneTree(folder);
    }

    /** Against the leaves by the naive recursion of RFC 6962: of one tree, hence each consistent with every other. */
    private void everyOneSeenIsKeptAndOfTheOneTree(Path folder) {
        try (Register register = Register.in(folder)) {
            List<Hash> leaves = new ArrayList<>();
            for (long from = 0; from < register.ledger.size(); from += 1_000) {
                register.ledger.read(from, 1_000).stream().map(StoredFact::leaf).forEach(leaves::add);
            }
            Map<Long, byte[]> kept = new LinkedHashMap<>();
            long last = register.ledger.checkpoints().last().orElseThrow().number();
            for (long number = 1; number <= last; number++) {
                Kept one = register.ledger.checkpoints().numbered(number).orElseThrow();
                assertThat(kept.put(one.size(), one.note())).isNull();
            }
            Subtrees naive = Subtrees.ofLeaves(index -> leaves.get((int) index));
            seen.forEach((size, checkpoint) -> {
                checkpoint.verify(List.of(KeyFolder.publicKey(folder.resolve("keys"))), List.of());
                assertThat(checkpoint.checkpoint().root()).as("size " + size).isEqualTo(naive.root(size));
                assertThat(kept.get(size)).as("size " + size).isEqualTo(checkpoint.format());
            });
        }
    }

    /** Whether the last checkpoint stands in the key folder and not yet in the ledger. */
    private static boolean between(Path folder) {
        long outside = KeyFolder.lastSigned(folder.resolve("keys"))
                .map(LastSigned::number)
                .orElse(0L);
        try (Ledger ledger = LedgerFolder.openReadOnly(folder.resolve("data"))) {
            return ledger.checkpoints().last().map(Kept::number).orElse(0L) < outside;
        }
    }

    private synchronized void see(SignedCheckpoint checkpoint, String where) {
        SignedCheckpoint before = seen.putIfAbsent(checkpoint.checkpoint().size(), checkpoint);
        assertThat(before == null || before.equals(checkpoint))
                .as(where + ": two of size " + checkpoint.checkpoint().size())
                .isTrue();
    }

    private void kill(Path folder, long seed, int millis, String where) throws Exception {
        Process signer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SignUntilKilled.class.getName(),
                        folder.toString(),
                        Long.toString(seed))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        CountDownLatch ready = new CountDownLatch(1);
        List<String> said = new ArrayList<>();
        Thread listener = new Thread(() -> listen(signer, ready, said));
        listener.start();
        try {
            assertThat(ready.await(60, TimeUnit.SECONDS)).as(where).isTrue();
            Thread.sleep(millis);
        } finally {
            signer.destroyForcibly().waitFor();
            listener.join();
        }
        for (String line : said) {
            assertThat(line).as(where).doesNotStartWith("refused");
            // a line cut by the kill was seen by nobody
            if (line.startsWith("published ") && line.endsWith(" end")) {
                byte[] note = Base64.getDecoder().decode(line.split(" ")[1]);
                see(SignedCheckpoint.parse(note), where);
            }
        }
    }

    private static void listen(Process signer, CountDownLatch ready, List<String> said) {
        try (BufferedReader lines = signer.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals("ready")) {
                    ready.countDown();
                } else {
                    said.add(line);
                }
            }
        } catch (IOException closed) {
            // the signer is gone, and so is its pipe
        } finally {
            ready.countDown();
        }
    }
}
