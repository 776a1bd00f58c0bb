package dalil.benchmarks.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Whether a ledger of ten million events is as fast as one of a hundred thousand. */
final class GrowthMeasure {

    private static final String SMALL = "small";
    private static final String LARGE = "large";
    private static final long FEW = 100_000;
    private static final long MANY = 10_000_000;
    private static final long EVENTS = 50_000;
    private static final long MILLIS = 8_000;

    private GrowthMeasure() {}

    static void run(Bench bench) throws IOException {
        long few = Preparing.rounded(bench.scaled(FEW));
        long many = Preparing.rounded(bench.scaled(MANY));
        bench.prepare(Store.DALIL, SMALL, few);
        bench.prepare(Store.DALIL, LARGE, many);
        for (int writers : new int[] {1, 32}) {
            Object[] arguments =
                    AppendMeasure.arguments(bench, writers, 1024, EVENTS).toArray();
            compare(
                    bench,
                    "append, " + AppendMeasure.writers(writers),
                    few,
                    many,
                    (name, events) -> bench.trial(Store.DALIL, name, "append", arguments));
        }
        long millis = Math.max(2_000, bench.scaled(MILLIS));
        On load = (name, events) ->
                bench.trial(Store.DALIL, name, "load", "events", events, "readers", 1, "millis", millis);
        compare(bench, "load", few, many, load);
        long bytes = inMemory(bench.workplace().in(LARGE).resolve("ledger.sqlite"));
        bench.report()
                .note("the larger file has %,d MiB; it was read once before the loads from memory"
                        .formatted(bytes >> 20));
        compare(bench, "load from memory", few, many, load);
    }

    /** Reads a file once, so that as much of it is in memory as the machine has place for; gives its size. */
    private static long inMemory(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.transferTo(OutputStream.nullOutputStream());
        }
    }

    private interface On {
        Outcome run(String name, long events) throws IOException;
    }

    private static void compare(Bench bench, String what, long few, long many, On on) throws IOException {
        Rounds small = new Rounds();
        Rounds large = new Rounds();
        double others = 0;
        for (int round = 0; round < SideBySide.ROUNDS; round++) {
            Outcome first = on.run(SMALL, few);
            Outcome second = on.run(LARGE, many);
            small.add(first.figure("per second"));
            large.add(second.figure("per second"));
            others = Math.max(others, Math.max(first.others(), second.others()));
        }
        for (Line line : List.of(
                new Line("%s, behind %,d events (per second)".formatted(what, few), small, null, Goal.NONE, others),
                new Line("%s, behind %,d events (per second)".formatted(what, many), large, null, Goal.NONE, others),
                new Line(
                        "  of it is left (%)",
                        Rounds.of(100 * large.median() / small.median()), null, Goal.atLeast(80), others))) {
            bench.report().line(line);
        }
    }
}
