package dalil.benchmarks.ledger;

import dalil.ledger.audit.Audit;
import dalil.ledger.audit.AuditReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/**
 * One measure of one store in a JVM of its own. Arguments: the measure, then {@code name=value}. Writes what it found to the file
 * {@code out}.
 */
public final class Trial {

    /** In the environment, so that it shows in no list of processes. */
    static final String PASSWORD = "DALIL_BENCHMARK_PASSWORD";

    private final Map<String, String> arguments = new LinkedHashMap<>();

    private Trial(String[] arguments) {
        for (String argument : arguments) {
            String[] pair = argument.split("=", 2);
            this.arguments.put(pair[0], pair.length > 1 ? pair[1] : "");
        }
    }

    public static void main(String[] arguments) throws Exception {
        Trial trial = new Trial(arguments);
        Map<String, Double> figures = trial.run(arguments[0]);
        Files.write(Path.of(trial.text("out")), JsonMapper.shared().writeValueAsBytes(figures));
        System.exit(0);
    }

    private Map<String, Double> run(String measure) throws Exception {
        return switch (measure) {
            case "append" -> append();
            case "prepare" -> prepare();
            case "replay" -> replay();
            case "load" -> load();
            case "audit" -> audit();
            default -> throw new IllegalArgumentException(measure);
        };
    }

    private String text(String name) {
        String value = arguments.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    private long number(String name) {
        return Long.parseLong(text(name));
    }

    private Contestant contestant(int threads) throws Exception {
        return switch (text("store")) {
            case "dalil" -> DalilContestant.in(Path.of(text("folder")));
            case "postgres" -> PostgresContestant.at(text("url"), text("user"), System.getenv(PASSWORD), threads);
            case "mongo" -> new MongoContestant();
            default -> throw new IllegalArgumentException(text("store"));
        };
    }

    private NotedEvents events() {
        return new NotedEvents((int) number("bytes"), Clock.systemUTC(), new SecureRandom());
    }

    private Map<String, Double> append() throws Exception {
        int writers = (int) number("writers");
        NotedEvents source = events();
        try (Contestant contestant = contestant(writers);
                AutoCloseable signing = signing(contestant)) {
            Appending appending =
                    new Appending(contestant.engine(), source, writers, arguments.containsKey("requests"));
            appending.run(number("warm"), number("seconds"));
            long before = contestant.events();
            Map<String, Double> figures = appending.run(number("events"), number("seconds"));
            double stored = contestant.events() - before;
            if (stored != figures.getOrDefault("events", 0.0)) {
                throw new IllegalStateException(stored + " events stored of " + figures.get("events"));
            }
            return figures;
        }
    }

    private AutoCloseable signing(Contestant contestant) {
        return arguments.containsKey("checkpoints") && contestant instanceof DalilContestant dalil
                ? dalil.signing(Path.of(text("folder")).resolve("keys"), Duration.ofSeconds(number("checkpoints")))
                : () -> {};
    }

    private Map<String, Double> prepare() throws Exception {
        try (Contestant contestant = contestant(1)) {
            return Preparing.run(contestant, events(), number("events"));
        }
    }

    private Map<String, Double> replay() throws Exception {
        try (Contestant contestant = contestant(1)) {
            Replaying.run(contestant.engine(), number("warm"));
            return Replaying.run(contestant.engine(), number("events"));
        }
    }

    private Map<String, Double> load() throws Exception {
        int readers = (int) number("readers");
        long streams = number("events") / NotedEvents.A_STREAM;
        try (Contestant contestant = contestant(readers)) {
            Loading.run(contestant.engine(), streams, readers, number("millis") / 2);
            return Loading.run(contestant.engine(), streams, readers, number("millis"));
        }
    }

    private Map<String, Double> audit() {
        long begin = System.nanoTime();
        AuditReport report = Audit.of(Path.of(text("folder")));
        double taken = (System.nanoTime() - begin) / 1e9;
        if (report.outcome() != AuditReport.Outcome.INTACT) {
            throw new IllegalStateException(report.toString());
        }
        return Map.of("per second", Objects.requireNonNull(report.head()).size() / taken);
    }
}
