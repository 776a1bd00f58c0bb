package dalil.ledger.kill;

import dalil.ledger.Appended;
import dalil.ledger.EventIds;
import dalil.ledger.Ledger;
import dalil.ledger.NewFact;
import dalil.ledger.RequestInProgress;
import dalil.ledger.Sample;
import dalil.ledger.sqlite.LedgerFolder;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Opens the ledger in a folder, says "ready", and appends with several threads until killed; prints each acknowledged append. */
public final class AppendUntilKilled {

    private static final int THREADS = 4;

    private AppendUntilKilled() {}

    public static void main(String[] arguments) {
        SplittableRandom seeded = new SplittableRandom(Long.parseLong(arguments[1]));
        EventIds ids = new EventIds(Clock.systemUTC(), seeded.split());
        Ledger ledger = LedgerFolder.open(Path.of(arguments[0]), Sample.wiring());
        System.out.println("ready");
        for (int i = 0; i < THREADS; i++) {
            SplittableRandom random = seeded.split();
            new Thread(() -> append(ledger, ids, random)).start();
        }
    }

    private static void append(Ledger ledger, EventIds ids, SplittableRandom random) {
        while (true) {
            String stream = "casualty/" + new UUID(random.nextLong(), random.nextLong());
            List<NewFact> facts = new ArrayList<>();
            int count = 1 + random.nextInt(5);
            for (int sequence = 0; sequence < count; sequence++) {
                facts.add(Sample.fact(ids.next().toString(), stream, sequence, "{\"n\":1}", "{\"v\":\"1\"}"));
            }
            UUID request = new UUID(random.nextLong(), random.nextLong());
            Appended appended = ledger.append(facts, new RequestInProgress(request, new byte[] {1}));
            StringBuilder line = new StringBuilder("ack ").append(appended.firstIndex());
            facts.forEach(fact -> line.append(' ').append(fact.id()));
            System.out.println(line.append(" end"));
        }
    }
}
