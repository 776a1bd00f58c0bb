package dalil.benchmarks.ledger;

import java.io.IOException;
import java.util.List;

/** What signed checkpoints cost those who append: with one a second, which is the most that a server makes, against none. */
final class ProofsMeasure {

    private static final long EVENTS = 200_000;
    private static final int SECONDS = 1;

    private ProofsMeasure() {}

    static void run(Bench bench) throws IOException {
        for (int writers : new int[] {8, 32}) {
            List<Object> without = AppendMeasure.arguments(bench, writers, 1024, EVENTS);
            List<Object> with = AppendMeasure.arguments(bench, writers, 1024, EVENTS);
            with.addAll(List.of("checkpoints", SECONDS));
            Rounds price = new Rounds();
            double others = 0;
            for (int round = 0; round < SideBySide.ROUNDS; round++) {
                Outcome off = bench.onEmpty(Store.DALIL, "append", without.toArray());
                Outcome on = bench.onEmpty(Store.DALIL, "append", with.toArray());
                price.add(100 * (1 - on.figure("per second") / off.figure("per second")));
                others = Math.max(others, Math.max(on.others(), off.others()));
            }
            String what = "price of a checkpoint every second, " + AppendMeasure.writers(writers) + " (%)";
            bench.report().line(new Line(what, price, null, Goal.atMost(10), others));
        }
    }
}
