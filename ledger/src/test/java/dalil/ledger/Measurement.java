package dalil.ledger;

import dalil.ledger.audit.Audit;
import dalil.ledger.audit.AuditReport;
import dalil.ledger.sqlite.LedgerFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Measures and prints; asserts nothing. Arguments: seconds for each number of writers, facts for reading and audit. */
public final class Measurement {

    private static final String PAYLOAD = "{\"note\":\"" + "x".repeat(1013) + "\"}";

    private Measurement() {}

    public static void main(String[] arguments) throws Exception {
        long millis = Long.parseLong(arguments[0]) * 1000;
        int facts = Integer.parseInt(arguments[1]);
        EventIds ids = new EventIds(Clock.systemUTC(), new SplittableRandom(1));
        Path folder = Files.createTempDirectory(Path.of(arguments[2]), "measured");
        try (Ledger ledger = LedgerFolder.create(folder, Sample.CASE, Sample.wiring())) {
            for (int writers : new int[] {1, 8, 32}) {
                append(ledger, ids, writers, millis);
            }
            while (ledger.size() < facts) {
                List<NewFact> form = new ArrayList<>();
                for (int i = 0; i < 500; i++) {
                    form.add(Sample.fact(ids.next().toString(), "incident/" + UUID.randomUUID(), 0, PAYLOAD, null));
                }
                ledger.append(form, request(ledger));
            }
            for (int readers : new int[] {1, 2, 4}) {
                read(ledger, readers);
            }
            for (int i = 0; i < 3; i++) {
                long start = System.nanoTime();
                AuditReport report = Audit.of(folder);
                print("audit " + report.outcome(), ledger.size(), start);
            }
        }
        System.out.println("file " + Files.size(folder.resolve("ledger.sqlite")) + " bytes");
    }

    private static RequestInProgress request(Ledger ledger) {
        return new RequestInProgress(UUID.randomUUID(), ledger.digest(new byte[] {1}));
    }

    private static void append(Ledger ledger, EventIds ids, int writers, long millis) throws InterruptedException {
        AtomicLong appended = new AtomicLong();
        long start = System.nanoTime();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
            Thread thread = new Thread(() -> {
                String stream = "incident/" + UUID.randomUUID();
                for (long sequence = 0; System.nanoTime() - start < millis * 1_000_000; sequence++) {
                    ledger.append(
                            List.of(Sample.fact(ids.next().toString(), stream, sequence, PAYLOAD, null)),
                            request(ledger));
                    appended.incrementAndGet();
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        print("append, " + writers + " writers", appended.get(), start);
    }

    private static void read(Ledger ledger, int readers) throws InterruptedException {
        long size = ledger.size();
        for (int round = 0; round < 2; round++) {
            long start = System.nanoTime();
            AtomicLong read = new AtomicLong();
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < readers; i++) {
                Thread thread = new Thread(() -> {
                    for (long index = 0; index < size; index += 500) {
                        read.addAndGet(ledger.read(index, 500).size());
                    }
                });
                threads.add(thread);
                thread.start();
            }
            for (Thread thread : threads) {
                thread.join();
            }
            print("read, " + readers + " readers", read.get(), start);
        }
    }

    private static void print(String what, long count, long start) {
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("%s: %d in %.2f s, %.0f/s%n", what, count, seconds, count / seconds);
    }
}
