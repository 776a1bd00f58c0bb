package dalil.ledger.checkpoint;

import dalil.ledger.EventIds;
import dalil.ledger.Sample;
import dalil.transparency.tree.Hash;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Measures and prints; asserts nothing: appends with checkpoints off and on, and a tile of level 1 from kept roots and from leaves.
 * Arguments: seconds for each, a folder.
 */
public final class CheckpointMeasurement {

    private static final String PAYLOAD = "{\"note\":\"" + "x".repeat(1013) + "\"}";

    private CheckpointMeasurement() {}

    public static void main(String[] arguments) throws Exception {
        long millis = Long.parseLong(arguments[0]) * 1000;
        EventIds ids = new EventIds(Clock.systemUTC(), new SplittableRandom(1));
        for (int round = 0; round < 2; round++) {
            for (int pause : new int[] {0, 10_000, 1_000, 10}) {
                Path folder = Files.createTempDirectory(Path.of(arguments[1]), "measured");
                try (Register register = Register.in(folder)) {
                    append(register, ids, 8, pause, millis);
                }
            }
        }
        Path folder = Files.createTempDirectory(Path.of(arguments[1]), "measured");
        try (Register register = Register.in(folder)) {
            register.append(65_536 + 100);
            long start = System.nanoTime();
            register.checkpointer.checkpoint();
            print("checkpoint over 65,636 facts", 65_636, start);
            for (int i = 0; i < 3; i++) {
                start = System.nanoTime();
                List<Hash> kept = register.ledger.checkpoints().nodes(1, 0, 256);
                print("tile/1/000 from kept roots", kept.size(), start);
                start = System.nanoTime();
                List<Hash> leaves = register.ledger.checkpoints().leaves(0, 65_536);
                for (int tile = 0; tile < 256; tile++) {
                    RereadTree.perfect(leaves.subList(tile * 256, tile * 256 + 256));
                }
                print("tile/1/000 from leaves", leaves.size(), start);
                start = System.nanoTime();
                int path =
                        register.log().proof(i * 20_000L).orElseThrow().path().size();
                print("a proof of so many hashes", path, start);
            }
        }
    }

    private static void append(Register register, EventIds ids, int writers, int pause, long millis) throws Exception {
        AtomicLong appended = new AtomicLong();
        Cadence cadence = pause == 0 ? null : new Cadence(register.checkpointer, Duration.ofMillis(pause));
        long start = System.nanoTime();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
            Thread thread = new Thread(() -> {
                String stream = "incident/" + UUID.randomUUID();
                for (long sequence = 0; System.nanoTime() - start < millis * 1_000_000; sequence++) {
                    register.ledger.append(
                            List.of(Sample.fact(ids.next().toString(), stream, sequence, PAYLOAD, null)), null);
                    appended.incrementAndGet();
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        print(
                writers + " writers, checkpoints " + (pause == 0 ? "off" : "every " + pause + " ms"),
                appended.get(),
                start);
        if (cadence != null) {
            cadence.close();
        }
    }

    private static void print(String what, long count, long start) {
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("%s: %d in %.4f s, %.0f/s%n", what, count, seconds, count / seconds);
    }
}
