package dalil.app;

import dalil.app.ImportCommand.Job;
import dalil.command.imports.ImportReport;
import dalil.command.imports.profile.Profile;
import dalil.command.imports.yaml.Profiles;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code dalil demo}: the published figures and events of October 2020 and a few invented people, in a register that is thrown away. */
@Command(
        name = "demo",
        description =
                "Show October 2020 in Bishkek, with a few invented people, in a register that is thrown away at the end.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    private static final String FILES = "/dalil/demo/";
    private static final String CASE_NAME = "Bishkek, October 2020 (demonstration)";
    private static final String AS_OF = "2020-10-10";

    @Option(names = "--port", description = "port on this machine's loopback address (default: ${DEFAULT-VALUE})")
    private int port = 8080;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("dalil-demo");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
        Path data = folder.resolve("register");
        new DataFolder(data)
                .openOrCreate(new DataFolder.CaseOptions(CASE_NAME, null), failure -> {})
                .close();
        importFile(folder, data, "bishkek-2020-sequence", "sequence.csv");
        importFile(folder, data, "bishkek-2020-figures", "figures.csv");
        int started = new CommandLine(new ServeCommand())
                .execute("--data", data.toString(), "--port", Integer.toString(port));
        if (started != ServeCommand.RUNNING) {
            return started;
        }
        people();
        System.out.printf("""
                A demonstration: the figures and events were published in October 2020, every person is invented.
                The ministry's bulletins          http://localhost:%1$d/reconciliation
                The events, as a timeline         http://localhost:%1$d/api/timeline?limit=100
                The people, by what became of them http://localhost:%1$d/api/tallies?of=casualties&by=outcome
                The folder is deleted when you stop it with Ctrl-C.
                """, port);
        return ServeCommand.RUNNING;
    }

    private static void importFile(Path folder, Path data, String profile, String file) throws IOException {
        Path input = folder.resolve(file);
        Files.write(input, resource("bishkek-2020/" + file));
        Profile shipped = Profiles.shipped(profile).orElseThrow();
        Job job = new Job(
                shipped, profile, List.of(input), null, AS_OF, false, folder.resolve("rejects.csv"), "demonstration");
        try (Interruption interrupted = new Interruption()) {
            // nobody has to keep the key of a register that is thrown away; the server says it once
            ImportReport report =
                    new FolderImport(data, null, warning -> {}).run(job, ProgressLine.silent(), interrupted);
            if (report.state() != ImportReport.State.FINISHED || report.rows().rejected() > 0) {
                throw new IllegalStateException("the demonstration's own " + file + " was not read whole: " + report);
            }
        }
    }

    /** As a documenter would file them, so that the demonstration shows what the interface does. */
    private void people() throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        for (JsonNode step : JsonMapper.shared().readTree(resource("people.json"))) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(
                            "http://localhost:" + port + step.get("path").stringValue()))
                    .header("Content-Type", "application/json")
                    .header("Dalil-Actor", step.get("actor").stringValue())
                    .POST(BodyPublishers.ofString(step.get("body").toString()))
                    .build();
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (response.statusCode() != 201) {
                throw new IllegalStateException("the demonstration's own data was refused: " + response.body());
            }
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (@Nullable InputStream in = DemoCommand.class.getResourceAsStream(FILES + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }

    private static void delete(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failed)
                        throws IOException {
                    Files.delete(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException failed) {
            System.err.println("dalil demo: " + folder + " could not be deleted: " + failed.getMessage());
        }
    }
}
