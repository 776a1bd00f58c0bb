package dalil.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The main job: a file in, tallies out, and how large the server grows. Arguments: the checkout, the file of 2020PB. */
public final class Spine {

    private static final int MANY_FACTS = 100_000;
    private static final int INCIDENTS = 250_000;

    private final Map<String, String> figures = new LinkedHashMap<>();

    private Spine() {}

    public static void main(String[] arguments) throws Exception {
        Path checkout = Path.of(arguments[0]);
        Path work = Files.createTempDirectory(checkout.resolve("benchmarks/target"), "spine-");
        Spine spine = new Spine();
        Path file = Path.of(arguments[1]);
        if (Files.isReadable(file)) {
            spine.importAFile(checkout, work.resolve("import"), file);
        } else {
            System.out.println("left out: the import, there is no " + file);
        }
        spine.serveManyFacts(checkout, work.resolve("many"));
        spine.tallies(work.resolve("tallies"));
        spine.print(checkout.resolve("benchmarks/target/spine.json"));
    }

    private void importAFile(Path checkout, Path register, Path file) throws IOException, InterruptedException {
        try (MeasuredServer server = MeasuredServer.start(checkout, register)) {
            put("serve ready, empty register (s)", server.secondsToReady());
            long begin = System.nanoTime();
            int exit = new ProcessBuilder(
                            checkout.resolve("dalil").toString(),
                            "import",
                            "--profile",
                            "2020pb",
                            file.toString(),
                            "--server",
                            server.address())
                    .inheritIO()
                    .start()
                    .waitFor();
            long counted = server.reportedAtEnd();
            put("import of 2020pb, command to last incident in a tally (s)", (System.nanoTime() - begin) / 1e9);
            put("incidents counted after it, exit code " + exit, counted);
            put("server after it, peak resident (MiB)", server.peakResidentMebibytes());
        }
    }

    private void serveManyFacts(Path checkout, Path register) throws IOException, InterruptedException {
        MadeUpLedger.of(register.resolve("ledger"), MANY_FACTS);
        try (MeasuredServer server = MeasuredServer.start(checkout, register)) {
            put("serve ready, 100,000 facts (s)", server.secondsToReady());
            long begin = System.nanoTime();
            long counted = server.reportedAtEnd();
            put("facts table rebuilt from 100,000 facts, after ready (s)", (System.nanoTime() - begin) / 1e9);
            put("incidents counted after it", counted);
            for (int i = 0; i < 50; i++) {
                server.get("/api/tallies?of=incidents&by=month,region,label");
                server.get("/api/timeline?limit=1000");
            }
            put("server with 100,000 facts and 100 questions, peak resident (MiB)", server.peakResidentMebibytes());
        }
        try (MeasuredServer server = MeasuredServer.start(checkout, register)) {
            put("serve ready again, 100,000 facts (s)", server.secondsToReady());
        }
    }

    private void tallies(Path folder) throws IOException {
        TallySpeed.measure(
                folder,
                new MadeUpFacts(INCIDENTS, TallySpeed.SOURCES),
                TallySpeed.OF_INCIDENTS,
                TallySpeed.PAGES,
                figures);
    }

    private void put(String what, double value) {
        figures.put(what, "%.1f".formatted(value));
        System.out.printf("%-75s %10.1f%n", what, value);
    }

    private void print(Path json) throws IOException {
        System.out.println();
        figures.forEach((what, value) -> System.out.printf("%-75s %10s%n", what, value));
        Files.write(json, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(figures));
        System.out.println("written to " + json);
    }
}
