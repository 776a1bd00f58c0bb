package dalil.app;

import dalil.app.ImportCommand.Job;
import dalil.command.imports.ImportReport;
import dalil.command.imports.Progress;
import dalil.command.rule.Refusal;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An import through a running server: the files go up, and what becomes of them is asked for until it has ended. */
final class ServerImport {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final long ASK_MILLIS = 250;

    private final URI server;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    ServerImport(URI server) {
        this.server = server;
    }

    ImportReport run(Job job, ProgressLine progress, Interruption interrupted) throws IOException {
        HttpRequest.Builder upload = request("/api/imports")
                .header("Dalil-Actor", URLEncoder.encode(job.actor(), StandardCharsets.UTF_8))
                .header("Dalil-Role", "importer");
        JsonNode view = send(form(job).on(upload).build());
        String path = "/api/imports/" + view.get("id").stringValue();
        interrupted.stops(() -> cancel(path));
        while (view.get("outcome").isNull()) {
            JsonNode now = view.get("progress");
            progress.show(new Progress(
                    now.get("rows").longValue(),
                    now.get("bytes").longValue(),
                    now.get("totalBytes").longValue()));
            pause();
            view = send(request(path).build());
        }
        ImportReport report = report(view);
        if (report.rows().rejected() > 0) {
            Files.writeString(job.rejectsFile(), text(request(path + "/rejects").build()));
        }
        return report;
    }

    private static Multipart form(Job job) throws IOException {
        Multipart form = new Multipart();
        Path profile = Path.of(job.named());
        if (Files.isRegularFile(profile)) {
            form.file("profile", profile);
        } else {
            form.text("profile", job.named());
        }
        if (job.dataset() != null) {
            form.text("dataset", job.dataset());
        }
        if (job.asOf() != null) {
            form.text("asOf", job.asOf());
        }
        form.text("dryRun", String.valueOf(job.dryRun()));
        for (Path input : job.inputs()) {
            form.file("file", input);
        }
        return form;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path));
    }

    private void cancel(String path) {
        try {
            send(request(path).DELETE().build());
        } catch (IOException | RuntimeException gone) {
            System.err.println("dalil import: the server does not answer; what it has recorded stays");
        }
    }

    private JsonNode send(HttpRequest request) throws IOException {
        return JSON.readTree(text(request));
    }

    private String text(HttpRequest request) throws IOException {
        HttpResponse<String> answer;
        try {
            answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        } catch (IOException unreachable) {
            throw new IOException("the server at " + server + " does not answer", unreachable);
        }
        if (answer.statusCode() >= 400) {
            JsonNode problem = JSON.readTree(answer.body());
            throw Refusal.because(
                    problem.path("code").asString(), problem.path("detail").asString());
        }
        return answer.body();
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(ASK_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        }
    }

    private static ImportReport report(JsonNode view) {
        JsonNode outcome = view.get("outcome");
        List<String> warnings = new ArrayList<>();
        outcome.get("warnings").forEach(warning -> warnings.add(warning.stringValue()));
        return new ImportReport(
                ImportReport.State.valueOf(view.get("state").stringValue().toUpperCase(java.util.Locale.ROOT)),
                view.get("dataset").stringValue(),
                UUID.fromString(outcome.get("datasetId").stringValue()),
                outcome.get("asOf").stringValue(),
                view.get("dryRun").booleanValue(),
                JSON.treeToValue(outcome.get("rows"), ImportReport.Rows.class),
                JSON.treeToValue(outcome.get("given"), ImportReport.Given.class),
                JSON.treeToValue(outcome.get("noLonger"), ImportReport.NoLonger.class),
                outcome.get("position").isNull()
                        ? null
                        : outcome.get("position").longValue(),
                warnings,
                outcome.get("problem").isNull() ? null : outcome.get("problem").stringValue(),
                Instant.parse(outcome.get("started").stringValue()),
                Instant.parse(outcome.get("ended").stringValue()));
    }
}
