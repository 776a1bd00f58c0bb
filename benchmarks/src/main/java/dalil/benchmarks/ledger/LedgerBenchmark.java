package dalil.benchmarks.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Plans the measures, runs them in order and prints the table. */
@Command(
        name = "benchmarks/run ledger",
        mixinStandardHelpOptions = true,
        description = "Measures the ledger beside Axon's engine on PostgreSQL, on this machine and in one run.")
public final class LedgerBenchmark implements Callable<Integer> {

    private static final int CANNOT = 2;

    @Parameters(hidden = true, description = "the checkout")
    private Path checkout = Path.of("");

    @Option(names = "--full", description = "also other sizes, growth to 10,000,000 and Axon's engine for MongoDB")
    private boolean full;

    @Option(names = "--scale", description = "a fraction of the events, for a short try (default: ${DEFAULT-VALUE})")
    private double scale = 1;

    @Option(
            names = "--only",
            split = ",",
            description = "only these: append, replay, load, audit, proofs, http; with --full sizes, growth, mongo")
    private @Nullable List<String> only;

    @Option(
            names = "--work",
            description = "a folder on a disk that is kept, so that a later run need not fill the stores again"
                    + " (default: one under /var/tmp that is removed)")
    private @Nullable Path work;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new LedgerBenchmark()).execute(arguments));
    }

    private interface Measure {
        void run(Bench bench) throws Exception;
    }

    private Map<String, Measure> measures() {
        Map<String, Measure> measures = new LinkedHashMap<>();
        measures.put("append", AppendMeasure::run);
        measures.put("replay", ReadMeasure::replay);
        measures.put("load", ReadMeasure::load);
        measures.put("audit", ReadMeasure::audit);
        measures.put("proofs", ProofsMeasure::run);
        measures.put("http", bench -> HttpMeasure.run(bench, checkout));
        if (full) {
            measures.put("sizes", SizesMeasure::run);
            measures.put("growth", GrowthMeasure::run);
            measures.put("mongo", MongoMeasure::run);
        }
        return measures;
    }

    @Override
    public Integer call() throws Exception {
        Map<String, Measure> measures = measures();
        if (only != null && !measures.keySet().containsAll(only)) {
            System.err.println("there are: " + String.join(", ", measures.keySet()));
            return CANNOT;
        }
        try {
            Workplace workplace = work == null ? Workplace.temporary() : Workplace.kept(work);
            run(workplace, measures);
            return 0;
        } catch (Absent absent) {
            System.err.println(absent.getMessage());
            return CANNOT;
        }
    }

    private void run(Workplace workplace, Map<String, Measure> measures) throws Exception {
        PostgresCluster postgres = null;
        try {
            postgres = PostgresCluster.start(workplace.in("postgres"));
            PostgresCluster started = postgres;
            // Ctrl-C must not leave a server behind.
            Thread stop = new Thread(() -> end(workplace, started), "stop");
            Runtime.getRuntime().addShutdownHook(stop);
            Report report = new Report(scale, full);
            Bench bench = new Bench(workplace, postgres, scale, report);
            for (Map.Entry<String, Measure> measure : measures.entrySet()) {
                if (only == null || only.contains(measure.getKey())) {
                    measure.getValue().run(bench);
                }
            }
            report.print(checkout.resolve("benchmarks/target/ledger.json"));
        } finally {
            if (postgres == null) {
                workplace.leave();
            }
        }
    }

    private static void end(Workplace workplace, PostgresCluster postgres) {
        postgres.close();
        try {
            workplace.leave();
        } catch (IOException failed) {
            System.err.println("left behind: " + workplace.folder() + " (" + failed.getMessage() + ")");
        }
    }
}
