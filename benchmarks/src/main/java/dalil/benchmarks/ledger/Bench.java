package dalil.benchmarks.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Runs trials: each in a JVM of its own, all JVMs with the settings that {@code ./dalil} uses, whatever the store. */
final class Bench {

    static final List<String> JVM = List.of("-Xmx512m", "-XX:+UseSerialGC", "-Dfile.encoding=UTF-8");

    /** Beyond this share of the processors in the hands of others, a trial is tried again. */
    private static final double DISTURBED = 5;

    private static final int TRIES = 3;

    private final Workplace workplace;
    private final PostgresCluster postgres;
    private final double scale;
    private final Report report;

    Bench(Workplace workplace, PostgresCluster postgres, double scale, Report report) {
        this.workplace = workplace;
        this.postgres = postgres;
        this.scale = scale;
        this.report = report;
    }

    Report report() {
        return report;
    }

    Workplace workplace() {
        return workplace;
    }

    /** So many, or as much less as this run is smaller. */
    long scaled(long full) {
        return Math.max(1, Math.round(full * scale));
    }

    /** One trial on a store that is kept. */
    Outcome trial(Store store, String name, String measure, Object... arguments) throws IOException {
        return leastDisturbed(() -> once(store, name, measure, arguments));
    }

    /** One trial on an empty store that is thrown away afterwards. */
    Outcome onEmpty(Store store, String measure, Object... arguments) throws IOException {
        return leastDisturbed(() -> {
            String name = "trial";
            remove(store, name);
            try {
                return once(store, name, measure, arguments);
            } finally {
                remove(store, name);
            }
        });
    }

    /** Fills a store up to so many events; what an earlier run left in it counts. */
    Outcome prepare(Store store, String name, long events) throws IOException {
        return once(store, name, "prepare", "bytes", 1024, "events", events);
    }

    void remove(Store store, String name) throws IOException {
        try {
            if (store == Store.POSTGRES) {
                postgres.drop(name);
            } else {
                workplace.remove(name);
            }
        } catch (SQLException failed) {
            throw new IOException(failed);
        }
    }

    /** Something that is measured. */
    interface Measured {
        Outcome run() throws IOException;
    }

    private Outcome leastDisturbed(Measured measured) throws IOException {
        Outcome best = measured.run();
        for (int tries = 1; tries < TRIES && best.others() > DISTURBED; tries++) {
            Outcome again = measured.run();
            best = again.others() < best.others() ? again : best;
        }
        return best;
    }

    private Outcome once(Store store, String name, String measure, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(JVM);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Trial.class.getName(), measure));
        Path out = Files.createTempFile("dalil-trial", ".json");
        command.add("out=" + out);
        command.add("store=" + store.argument());
        command.add("folder=" + workplace.in(name));
        for (int i = 0; i < arguments.length; i += 2) {
            command.add(arguments[i] + "=" + arguments[i + 1]);
        }
        if (store == Store.POSTGRES) {
            create(name);
            command.add("url=" + postgres.url(name));
            command.add("user=" + PostgresCluster.USER);
        }
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put(Trial.PASSWORD, postgres.password());
        try {
            Processors before = Processors.now(postgres.pid());
            if (builder.start().waitFor() != 0) {
                throw new IOException(
                        "a trial failed: " + String.join(" ", command.subList(JVM.size() + 3, command.size())));
            }
            double others = before.othersSince();
            Map<String, Double> figures =
                    JsonMapper.shared().readValue(Files.readAllBytes(out), new TypeReference<Map<String, Double>>() {});
            report.detail(store, measure, arguments, figures, others);
            return new Outcome(figures, others);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new IOException(asked);
        } finally {
            Files.deleteIfExists(out);
        }
    }

    private void create(String database) throws IOException {
        try {
            if (!postgres.has(database)) {
                postgres.create(database);
            }
        } catch (SQLException failed) {
            throw new IOException(failed);
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
