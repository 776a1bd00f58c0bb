package dalil.benchmarks.ledger;

import java.io.IOException;

/** Appends of small and of large events. */
final class SizesMeasure {

    private static final long EVENTS = 30_000;

    private SizesMeasure() {}

    static void run(Bench bench) throws IOException {
        for (int bytes : new int[] {256, 8192}) {
            for (int writers : new int[] {1, 8, 32}) {
                Object[] arguments =
                        AppendMeasure.arguments(bench, writers, bytes, EVENTS).toArray();
                SideBySide both = SideBySide.both(store -> bench.onEmpty(store, "append", arguments));
                String what = "append, %s, %,d B (events/s)".formatted(AppendMeasure.writers(writers), bytes);
                bench.report().line(both.line(what, "per second", Goal.NONE));
            }
        }
    }
}
