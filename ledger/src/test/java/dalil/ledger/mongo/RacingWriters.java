package dalil.ledger.mongo;

import dalil.ledger.Appended;
import dalil.ledger.EventIds;
import dalil.ledger.Ledger;
import dalil.ledger.NewFact;
import dalil.ledger.RequestInProgress;
import dalil.ledger.Sample;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A process that opens a ledger, says "ready", waits for a line, and appends with eight writers; prints each acknowledged append, and
 * "done" at the end.
 */
public final class RacingWriters {

    private static final int WRITERS = 8;

    private RacingWriters() {}

    /** Arguments: address, seed, how many facts. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        SplittableRandom seeded = new SplittableRandom(Long.parseLong(arguments[1]));
        int each = Integer.parseInt(arguments[2]) / WRITERS;
        EventIds ids = new EventIds(Clock.systemUTC(), seeded.split());
        try (Ledger ledger = MongoLedger.at(MongoAddress.parse(arguments[0])).open(Sample.wiring())) {
            System.out.println("ready");
            if (System.in.read() < 0) {
                return;
            }
            ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
            for (int i = 0; i < WRITERS; i++) {
                SplittableRandom random = seeded.split();
                writers.execute(() -> append(ledger, ids, random, each));
            }
            writers.shutdown();
            if (writers.awaitTermination(10, TimeUnit.MINUTES)) {
                System.out.println("done");
            }
        }
        System.exit(0);
    }

    private static void append(Ledger ledger, EventIds ids, SplittableRandom random, int count) {
        int left = count;
        while (left > 0) {
            String stream = "casualty/" + new UUID(random.nextLong(), random.nextLong());
            List<NewFact> facts = new ArrayList<>();
            int some = Math.min(left, 1 + random.nextInt(3));
            for (int sequence = 0; sequence < some; sequence++) {
                facts.add(Sample.fact(ids.next().toString(), stream, sequence, "{\"n\":1}", "{\"v\":\"1\"}"));
            }
            left -= some;
            UUID request = new UUID(random.nextLong(), random.nextLong());
            Appended appended = ledger.append(facts, new RequestInProgress(request, new byte[] {1}));
            StringBuilder line = new StringBuilder("ack ").append(appended.firstIndex());
            facts.forEach(fact -> line.append(' ').append(fact.id()));
            System.out.println(line);
        }
    }
}
