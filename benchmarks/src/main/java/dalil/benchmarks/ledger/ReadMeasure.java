package dalil.benchmarks.ledger;

import java.io.IOException;

/** What is read from a million events: all of them in order, single aggregates, and all of them by the audit. */
final class ReadMeasure {

    private static final String MILLION = "million";
    private static final long EVENTS = 1_000_000;
    private static final long MILLIS = 8_000;

    private ReadMeasure() {}

    private static long events(Bench bench) {
        return Preparing.rounded(bench.scaled(EVENTS));
    }

    private static void prepare(Bench bench, Store store) throws IOException {
        Outcome outcome = bench.prepare(store, MILLION, events(bench));
        Rounds heap = new Rounds();
        outcome.figures().forEach((name, value) -> {
            if (name.startsWith(Preparing.LOOK)) {
                heap.add(value);
            }
        });
        if (store == Store.DALIL && !heap.values().isEmpty()) {
            String what = "heap after collections, while %,d events are appended (MiB)".formatted(events(bench));
            bench.report().line(new Line(what, heap, null, Goal.atMost(512), outcome.others()));
        }
    }

    static void replay(Bench bench) throws IOException {
        prepare(bench, Store.DALIL);
        prepare(bench, Store.POSTGRES);
        long warm = Math.max(10_000, bench.scaled(200_000));
        SideBySide both =
                SideBySide.both(store -> bench.trial(store, MILLION, "replay", "warm", warm, "events", events(bench)));
        String what = "replay of %,d events, decoded (events/s)".formatted(events(bench));
        bench.report().line(both.line(what, "per second", Goal.ratio(2).and(Goal.atLeast(50_000))));
    }

    static void load(Bench bench) throws IOException {
        prepare(bench, Store.DALIL);
        prepare(bench, Store.POSTGRES);
        load(bench, 1, Goal.ratio(1));
        load(bench, 8, Goal.NONE);
    }

    private static void load(Bench bench, int readers, Goal goal) throws IOException {
        long millis = Math.max(2_000, bench.scaled(MILLIS));
        SideBySide both = SideBySide.both(store ->
                bench.trial(store, MILLION, "load", "events", events(bench), "readers", readers, "millis", millis));
        String what = "load of %d events among %,d, %d at once (loads/s)"
                .formatted(NotedEvents.A_STREAM, events(bench), readers);
        bench.report().line(both.line(what, "per second", goal));
    }

    static void audit(Bench bench) throws IOException {
        prepare(bench, Store.DALIL);
        SideBySide alone = SideBySide.alone(store -> bench.trial(store, MILLION, "audit"));
        bench.report().line(alone.line("full audit (records/s)", "per second", Goal.atLeast(100_000)));
    }
}
