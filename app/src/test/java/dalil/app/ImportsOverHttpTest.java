package dalil.app;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.app.RunningServer.Answer;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files go in over HTTP, become facts, and are gone. */
class ImportsOverHttpTest {

    private static final String BOUNDARY = "a-boundary";
    private static final String PROFILE = """
            profile: town-log
            dataset: { name: town-log, publisher: { name: Town log, type: other } }
            records: { format: csv }
            id: number
            emit: [{ kind: incident, set: { title: what, time: day } }]
            """;
    private static final String ROWS = "number,day,what\n1,2020-10-05,A window is broken\n2,never,A road is blocked\n";

    @TempDir
    private static Path data = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private static RunningServer server;

    @BeforeAll
    static void leaves_an_upload_behind_and_starts() throws IOException {
        Files.createDirectories(data.resolve("imports/left-by-a-crash"));
        Files.writeString(data.resolve("imports/left-by-a-crash/1"), "something secret");
        server = RunningServer.on(data);
    }

    @AfterAll
    static void stops() {
        server.close();
    }

    @Test
    void an_import_is_accepted_carried_out_and_accounted_for() throws Exception {
        assertThat(data.resolve("imports/left-by-a-crash")).doesNotExist();
        Answer accepted = post(
                part("profile", "p.yaml", PROFILE), part("file", "rows.csv", ROWS), part("asOf", "", "2020-10-19"));
        assertThat(accepted.status()).isEqualTo(202);
        assertThat(accepted.header("Location")).isEqualTo("/api/imports/" + accepted.id());

        Answer ended = ended(accepted.id());
        assertThat(ended.body().get("state").stringValue()).isEqualTo("finished");
        assertThat(ended.body().at("/outcome/rows/created").intValue()).isEqualTo(1);
        assertThat(ended.body().at("/outcome/rows/rejected").intValue()).isEqualTo(1);
        assertThat(ended.body().at("/outcome/asOf").stringValue()).isEqualTo("2020-10-19");
        assertThat(ended.header("Dalil-Position"))
                .isEqualTo(ended.body().at("/outcome/position").asString());

        Answer rejects = server.get(ended.body().at("/outcome/rejects").stringValue());
        assertThat(rejects.header("Content-Type")).startsWith("text/csv");
        assertThat(rejects.header("Content-Disposition")).isEqualTo("attachment; filename=\"rejects.csv\"");
        assertThat(rejects.text())
                .isEqualTo(
                        "row,column,code,detail\r\n2,day,bad-date,written in none of the ways that dates.iso declares\r\n");
        assertThat(server.get("/api/imports")
                        .body()
                        .get("imports")
                        .get(0)
                        .get("id")
                        .stringValue())
                .isEqualTo(accepted.id());
        assertThat(data.resolve("imports/" + accepted.id())).doesNotExist();
        try (Stream<Path> incoming = Files.list(data.resolve("imports/incoming"))) {
            assertThat(incoming).isEmpty();
        }
    }

    @Test
    void the_same_request_again_is_the_same_import() throws Exception {
        String key = UUID.randomUUID().toString();
        List<String> parts = List.of(
                part("profile", "p.yaml", PROFILE), part("file", "rows.csv", ROWS), part("asOf", "", "2020-10-20"));
        assertThat(send(key, parts).id()).isEqualTo(key);
        ended(key);
        assertThat(send(key, parts).body().get("state").stringValue()).isEqualTo("finished");
    }

    @Test
    void a_dry_run_leaves_no_fact() throws Exception {
        Answer accepted = post(
                part("profile", "p.yaml", PROFILE.replace("name: town-log", "name: another")),
                part("file", "rows.csv", ROWS),
                part("asOf", "", "2020-10-19"),
                part("dryRun", "", "true"));
        Answer ended = ended(accepted.id());
        assertThat(ended.body().at("/outcome/rows/created").intValue()).isEqualTo(1);
        assertThat(ended.body().at("/outcome/position").isMissingNode()
                        || ended.body().at("/outcome/position").isNull())
                .isTrue();
        Answer again = ended(post(
                        part("profile", "p.yaml", PROFILE.replace("name: town-log", "name: another")),
                        part("file", "rows.csv", ROWS),
                        part("asOf", "", "2020-10-19"),
                        part("dryRun", "", "true"))
                .id());
        assertThat(again.body().at("/outcome/rows/created").intValue()).isEqualTo(1);
    }

    @Test
    void what_cannot_be_imported_is_refused_with_the_part_at_fault() {
        String file = part("file", "rows.csv", ROWS);
        refused(List.of(file), "missing", "/profile");
        refused(List.of(file, part("profile", "", "nobodys")), "unknown-word", "/profile");
        refused(List.of(file, part("profile", "p.yaml", "profil: x\n")), "malformed-profile", "/profile");
        refused(List.of(part("profile", "", "2020pb")), "missing", "/file");
        refused(List.of(file, part("profile", "", "2020pb"), part("asOf", "", "soon")), "impossible-date", "/asOf");
        refused(List.of(file, part("profile", "", "2020pb"), part("dryRun", "", "maybe")), "malformed", "/dryRun");
        refused(List.of(file, part("profile", "", "2020pb"), part("datset", "", "x")), "unknown-field", "");
        assertThat(server.get("/api/imports/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(server.get("/api/imports/none").status()).isEqualTo(404);
        assertThat(server.post("/api/imports", "{}").status()).isEqualTo(415);
    }

    @Test
    void an_import_can_be_stopped() throws Exception {
        StringBuilder rows = new StringBuilder("number,day,what\n");
        for (int i = 0; i < 60_000; i++) {
            rows.append(i).append(",2020-10-05,Something\n");
        }
        Answer accepted = post(
                part("profile", "p.yaml", PROFILE),
                part("file", "rows.csv", rows.toString()),
                part("asOf", "", "2020-10-19"),
                part("dataset", "", "to-be-stopped"));
        assertThat(server.get("/api/imports/" + accepted.id() + "/rejects").code())
                .isEqualTo("not-ended");
        assertThat(server.send(server.request("/api/imports/" + accepted.id()).DELETE())
                        .status())
                .isEqualTo(200);
        Answer ended = ended(accepted.id());
        assertThat(ended.body().get("state").stringValue()).isEqualTo("cancelled");
        assertThat(ended.header("Dalil-Position")).isEmpty();
        assertThat(data.resolve("imports/" + accepted.id())).doesNotExist();
    }

    private static void refused(List<String> parts, String code, String pointer) {
        Answer answer = send(UUID.randomUUID().toString(), parts);
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.body().at("/errors/0/pointer").stringValue()).isEqualTo(pointer);
    }

    private static Answer ended(String id) throws InterruptedException {
        for (int i = 0; i < 600; i++) {
            Answer answer = server.get("/api/imports/" + id);
            if (!answer.body().path("outcome").isMissingNode()
                    && !answer.body().path("outcome").isNull()) {
                return answer;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("the import does not end");
    }

    private static Answer post(String... parts) {
        return send(UUID.randomUUID().toString(), List.of(parts));
    }

    private static Answer send(String key, List<String> parts) {
        String body = String.join("", parts) + "--" + BOUNDARY + "--\r\n";
        return server.send(server.request("/api/imports", "Idempotency-Key", key)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8)));
    }

    /** @param file the name of the file; empty for a field */
    private static String part(String name, String file, String content) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\""
                + (file.isEmpty() ? "" : "; filename=\"" + file + "\"") + "\r\n\r\n" + content + "\r\n";
    }
}
