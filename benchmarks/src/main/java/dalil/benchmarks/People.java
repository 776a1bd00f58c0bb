package dalil.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** People harmed: New Jersey's tables in, and tallies of many. Arguments: the checkout, the folder of the tables. */
public final class People {

    private static final int CASUALTIES = 100_000;
    private static final List<String> TABLES = List.of(
            "incident",
            "subject",
            "incident_subject_force_type",
            "incident_subject_injury",
            "incident_subject_medical_treatment",
            "incident_officer_injury_type",
            "incident_type");

    private final Map<String, String> figures = new LinkedHashMap<>();

    private People() {}

    public static void main(String[] arguments) throws Exception {
        Path checkout = Path.of(arguments[0]);
        Path work = Files.createTempDirectory(checkout.resolve("benchmarks/target"), "people-");
        Path tables = Path.of(arguments[1]);
        People people = new People();
        if (Files.isDirectory(tables)) {
            people.importTables(checkout, work.resolve("import"), tables);
        } else {
            System.out.println("left out: the import, there is no folder " + tables);
        }
        TallySpeed.measure(
                work.resolve("tallies"),
                new MadeUpPeople(CASUALTIES, CASUALTIES),
                TallySpeed.OF_PEOPLE,
                TallySpeed.PAGES_OF_PEOPLE,
                people.figures);
        Path json = checkout.resolve("benchmarks/target/people.json");
        Files.write(json, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(people.figures));
        System.out.println("written to " + json);
    }

    private void importTables(Path checkout, Path register, Path tables) throws IOException, InterruptedException {
        try (MeasuredServer server = MeasuredServer.start(checkout, register)) {
            long begin = System.nanoTime();
            List<String> command = new ArrayList<>(
                    List.of(checkout.resolve("dalil").toString(), "import", "--profile", "nj-use-of-force"));
            TABLES.forEach(
                    table -> command.add(tables.resolve(table + ".csv.gz").toString()));
            command.addAll(List.of(
                    "--server",
                    server.address(),
                    "--rejects",
                    register.resolve("rejects.csv").toString()));
            int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
            put("import of New Jersey's tables (s), exit code " + exit, (System.nanoTime() - begin) / 1e9);
            long counted = server.reportedAtEnd();
            put("the same, until the last incident is in a tally (s)", (System.nanoTime() - begin) / 1e9);
            put("incidents counted after it", counted);
            put("server after it, peak resident (MiB)", server.peakResidentMebibytes());
        }
    }

    private void put(String what, double value) {
        figures.put(what, "%.1f".formatted(value));
        System.out.printf("%-75s %10.1f%n", what, value);
    }
}
