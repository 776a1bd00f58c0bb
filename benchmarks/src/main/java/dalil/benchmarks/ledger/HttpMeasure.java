package dalil.benchmarks.ledger;

import dalil.benchmarks.MeasuredServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Commands over HTTP to a server as a user starts it: form, decision, load of the record, append, answer; and what takes the time. */
final class HttpMeasure {

    private static final int[] CLIENTS = {1, 8, 32};
    private static final long WARM_SECONDS = 15;
    private static final long SECONDS = 10;

    private HttpMeasure() {}

    static void run(Bench bench, Path checkout) throws IOException {
        Path register = bench.workplace().in("register");
        try (MeasuredServer server = MeasuredServer.start(checkout, register)) {
            String source = Documenter.register(server.address());
            file(server, source, 8, Math.max(3, bench.scaled(WARM_SECONDS)));
            for (int clients : CLIENTS) {
                Processors before = Processors.now(server.pid());
                Map<String, Double> figures = file(server, source, clients, Math.max(2, bench.scaled(SECONDS)));
                double others = before.othersSince();
                bench.report().detail(Store.DALIL, "http", new Object[] {"clients", clients}, figures, others);
                line(bench, clients, " (commands/s)", figures, "per second", others);
                line(bench, clients, ", the middle (ms)", figures, "p50 ms", others);
                line(bench, clients, ", the slowest in a hundred (ms)", figures, "p99 ms", others);
            }
            whereTheTimeGoes(bench, server, source);
        } finally {
            bench.workplace().remove("register");
            bench.workplace().remove("register.keys");
        }
    }

    private static void line(
            Bench bench, int clients, String what, Map<String, Double> figures, String figure, double others) {
        String clientele = clients == 1 ? "1 client" : clients + " clients";
        Rounds one = new Rounds();
        one.add(figures.getOrDefault(figure, Double.NaN));
        bench.report().line(new Line("commands over HTTP, " + clientele + what, one, null, Goal.NONE, others));
    }

    private static Map<String, Double> file(MeasuredServer server, String source, int clients, long seconds)
            throws IOException {
        long begin = System.nanoTime();
        long end = begin + seconds * 1_000_000_000L;
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            List<Future<Latencies>> running = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                running.add(threads.submit(() -> new Documenter(server.address(), source).fileUntil(end)));
            }
            Latencies all = new Latencies();
            for (Future<Latencies> one : running) {
                all.addAll(one.get());
            }
            Map<String, Double> figures = new TreeMap<>();
            figures.put("per second", all.count() / ((System.nanoTime() - begin) / 1e9));
            all.into(figures);
            return figures;
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause());
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new IOException(asked);
        } finally {
            threads.shutdownNow();
        }
    }

    private static void whereTheTimeGoes(Bench bench, MeasuredServer server, String source) throws IOException {
        try (FlightRecording recording = FlightRecording.of(server.pid())) {
            file(server, source, 8, Math.max(3, bench.scaled(SECONDS)));
            recording.stop();
            recording.shares().forEach((layer, share) -> {
                Rounds one = Rounds.of(share);
                bench.report()
                        .line(new Line("  8 clients, where: " + layer + " (%)", one, null, Goal.NONE, Double.NaN));
            });
        }
    }
}
