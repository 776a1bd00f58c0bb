package dalil.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Fills a ledger with facts for audits that look for what was changed afterwards. */
public final class Filling {

    private final Ledger ledger;
    private final EventIds ids;

    public Filling(Ledger ledger, long seed) {
        this.ledger = ledger;
        this.ids = new EventIds(Clock.systemUTC(), new SplittableRandom(seed));
    }

    /** Facts one by one in seven streams, each with its request; every eighth has a sealed section. */
    public Filling singly(int count) {
        for (int i = 0; i < count; i++) {
            String sealed = i % 8 == 0 ? "{\"v\":\"1\",\"values\":{\"n\":\"" + i + "\"}}" : null;
            NewFact fact = Sample.fact(ids.next().toString(), "casualty/" + i % 7, i / 7, "{\"n\":" + i + "}", sealed);
            ledger.append(List.of(fact), new RequestInProgress(new UUID(1, i), ledger.digest(new byte[] {(byte) i})));
        }
        return this;
    }

    /** Facts of one stream in one append, with its request. */
    public Filling block(int number, int count) {
        List<NewFact> facts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            facts.add(Sample.fact(ids.next().toString(), "figure/" + number, i));
        }
        ledger.append(facts, new RequestInProgress(new UUID(2, number), new byte[] {1}));
        return this;
    }

    /** A fact that says of an earlier one that its sealed section was erased. */
    public void erasureOf(long index) {
        NewFact plain = Sample.fact(ids.next().toString(), null, 0);
        byte[] payload = ("{\"indexes\":[" + index + "]}").getBytes(UTF_8);
        ledger.append(
                List.of(new NewFact(plain.id(), plain.at(), "test.erased", "1", null, 0, payload, null, plain.meta())),
                null);
    }
}
