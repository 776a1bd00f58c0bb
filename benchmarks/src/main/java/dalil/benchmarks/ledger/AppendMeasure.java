package dalil.benchmarks.ledger;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Durable appends, one event a commit, with one, eight and 32 writers; 200,000 for each, over the rounds. */
final class AppendMeasure {

    private static final long EVENTS = 200_000;
    private static final long MOST_SECONDS = 60;

    private AppendMeasure() {}

    static void run(Bench bench) throws IOException {
        append(bench, 1, Goal.ratio(1));
        append(bench, 8, Goal.NONE);
        append(bench, 32, Goal.ratio(3));
        withRequests(bench, 1);
        withRequests(bench, 32);
    }

    private static void append(Bench bench, int writers, Goal goal) throws IOException {
        Object[] arguments =
                arguments(bench, writers, 1024, EVENTS / SideBySide.ROUNDS).toArray();
        SideBySide both = SideBySide.both(store -> bench.onEmpty(store, "append", arguments));
        bench.report().line(both.line("append, " + writers(writers) + " (events/s)", "per second", goal));
        bench.report().line(both.line("  the slowest in a hundred (ms)", "p99 ms", Goal.NONE));
    }

    /** As the server appends: each with the row of the request that it answers, which the peer has not. */
    private static void withRequests(Bench bench, int writers) throws IOException {
        List<Object> arguments = arguments(bench, writers, 1024, EVENTS / SideBySide.ROUNDS);
        arguments.addAll(List.of("requests", true));
        SideBySide alone = SideBySide.alone(store -> bench.onEmpty(store, "append", arguments.toArray()));
        String what = "append, " + writers(writers) + ", each with its request (events/s)";
        bench.report().line(alone.line(what, "per second", Goal.NONE));
    }

    static String writers(int writers) {
        return writers == 1 ? "1 writer" : writers + " writers";
    }

    static List<Object> arguments(Bench bench, int writers, int bytes, long events) {
        List<Object> arguments = new ArrayList<>();
        arguments.addAll(List.of("writers", writers, "bytes", bytes, "events", bench.scaled(events)));
        // Until the compiler of the JVM has come to rest, which takes as long for either store.
        arguments.addAll(List.of("warm", Math.max(5_000, bench.scaled(writers == 1 ? 20_000 : 60_000))));
        arguments.addAll(List.of("seconds", MOST_SECONDS));
        return arguments;
    }
}
