package dalil.benchmarks.ledger;

import java.io.IOException;

/** Axon's engine for MongoDB, for completeness: without a real server only its contract can be exercised. */
final class MongoMeasure {

    private static final long EVENTS = 20_000;

    private MongoMeasure() {}

    static void run(Bench bench) throws IOException {
        for (int writers : new int[] {1, 32}) {
            Outcome outcome = bench.onEmpty(
                    Store.MONGO,
                    "append",
                    AppendMeasure.arguments(bench, writers, 1024, EVENTS).toArray());
            bench.report()
                    .note("Axon's engine for MongoDB, fake server, contract only: append, %s: %,.0f events/s"
                            .formatted(AppendMeasure.writers(writers), outcome.figure("per second")));
        }
    }
}
