package dalil.app;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.app.RunningServer.Answer;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WritesOverHttpTest {

    private static final String AIGUL = URLEncoder.encode("Айгүл", StandardCharsets.UTF_8);
    private static final String BAKYT = URLEncoder.encode("Бакыт", StandardCharsets.UTF_8);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path data;

    @SuppressWarnings("NullAway.Init")
    private RunningServer server;

    @SuppressWarnings("NullAway.Init")
    private String source;

    @BeforeAll
    void start() {
        server = RunningServer.on(data.resolve("register"));
        source = server.source("self");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void answers_where_the_fact_stands_and_which_version_the_record_has() {
        Answer answer = server.post("/api/incidents", incident());
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().get("indexes")).hasSize(1);
        assertThat(answer.header("ETag")).isEqualTo("\"0\"");
        assertThat(answer.header("Dalil-Position"))
                .isEqualTo(answer.body().get("indexes").get(0).asString());
        Answer more = server.post("/api/incidents/" + answer.id() + "/claims", label("tear-gas"));
        assertThat(more.status()).isEqualTo(201);
        assertThat(more.header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void the_same_request_twice_has_one_effect_and_one_answer_also_after_a_restart() {
        String key = UUID.randomUUID().toString();
        Answer first = server.post("/api/incidents", incident(), "Idempotency-Key", key);
        Answer label = server.post("/api/incidents/" + first.id() + "/claims", label("x"), "Idempotency-Key", key(1));
        server.post(
                "/api/incidents/" + first.id() + "/retraction", "{\"reason\":\"filed twice\"}", "If-Match", "\"1\"");
        String before = position();
        restart();
        Answer again = server.post("/api/incidents", incident(), "Idempotency-Key", key);
        assertThat(again.status()).isEqualTo(first.status());
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        // the record was retracted since, so that the same command would be refused now
        Answer refusedNow =
                server.post("/api/incidents/" + first.id() + "/claims", label("x"), "Idempotency-Key", key(1));
        assertThat(refusedNow.text()).isEqualTo(label.text());
        assertThat(position()).isEqualTo(before).isNotEmpty();
    }

    @Test
    void the_same_key_with_other_content_is_a_conflict_whatever_the_order_of_its_members() {
        String key = UUID.randomUUID().toString();
        String one = "{\"title\":\"Газ\",\"id\":\"" + UUID.randomUUID() + "\"}";
        Answer first = server.post("/api/incidents", one, "Idempotency-Key", key);
        String turned = "{ \"id\":\"" + first.id() + "\", \"title\":\"Газ\" }";
        assertThat(server.post("/api/incidents", turned, "Idempotency-Key", key).text())
                .isEqualTo(first.text());
        Answer other = server.post("/api/incidents", turned.replace("Газ", "Ок"), "Idempotency-Key", key);
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.code()).isEqualTo("idempotency-key-reused");
        Answer elsewhere = server.post("/api/sources", "{}", "Idempotency-Key", key);
        assertThat(elsewhere.code()).isNotEqualTo("internal");
        Answer byAnother = server.post("/api/incidents", turned, "Idempotency-Key", key, "Dalil-Actor", "Bakyt");
        assertThat(byAnother.status()).isEqualTo(409);
    }

    @Test
    void two_records_of_one_incident_are_noted_merged_and_taken_apart() {
        String label = "{\"attribute\":\"label\",\"value\":\"merge\",\"source\":\"%s\",\"reported\":\"2020-10-06\"}"
                .formatted(source);
        String form = "{\"title\":\"Бир окуя (ойдон)\",\"claims\":[" + label + "]}";
        String one = server.post("/api/incidents", form).id();
        String other = server.post("/api/incidents", form).id();
        String at = "/api/incidents/" + other;
        String candidate = "{\"incident\":\"" + one + "\",\"score\":\"0.934\"}";
        assertThat(server.post(at + "/candidates", candidate).status()).isEqualTo(201);
        assertThat(server.post(at + "/candidates", candidate).code()).isEqualTo("changes-nothing");
        assertThat(server.get("/api/tallies?label=merge")
                        .body()
                        .at("/undecided/records")
                        .isMissingNode())
                .isFalse();
        assertThat(server.post(at + "/candidates/" + one + "/dismissal", "{\"reason\":\"башка (ойдон)\"}")
                        .status())
                .isEqualTo(201);

        String merger = "{\"into\":\"" + one.toUpperCase(Locale.ROOT) + "\",\"reason\":\"бир окуя (ойдон)\"}";
        assertThat(server.post(at + "/merger", merger).status()).isEqualTo(428);
        assertThat(server.post(at + "/merger", merger, "If-Match", "\"0\"").status())
                .isEqualTo(412);
        Answer merged = server.post(at + "/merger", merger, "If-Match", "\"2\"");
        assertThat(merged.status()).as(merged.text()).isEqualTo(201);
        assertThat(server.post(at + "/merger", merger, "If-Match", "\"3\"").code())
                .isEqualTo("merged");
        assertThat(server.get(at).body().at("/mergedInto/value").asString()).isEqualTo(one);
        assertThat(labelled("merge")).isEqualTo(1);

        String why = "{\"reason\":\"эки окуя (ойдон)\"}";
        assertThat(server.post(at + "/merger/undoing", why).status()).isEqualTo(428);
        assertThat(server.post(at + "/merger/undoing", why, "If-Match", "\"3\"").status())
                .isEqualTo(201);
        assertThat(server.post(at + "/merger/undoing", why, "If-Match", "\"4\"").code())
                .isEqualTo("not-merged");
        assertThat(labelled("merge")).isEqualTo(2);
        assertThat(server.get("/api-docs").text())
                .contains("/api/incidents/{id}/merger/undoing", "/api/incidents/{id}/candidates/{other}/dismissal");
    }

    private long labelled(String label) {
        return server.get("/api/tallies?label=" + label)
                .body()
                .at("/total/reported")
                .asLong();
    }

    @Test
    void threads_with_the_same_key_have_one_effect() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (int round = 0; round < 20; round++) {
                String key = UUID.randomUUID().toString();
                String body = incident();
                List<Callable<Answer>> twins = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    twins.add(() -> server.post("/api/incidents", body, "Idempotency-Key", key));
                }
                Set<String> answers = new HashSet<>();
                for (Future<Answer> twin : threads.invokeAll(twins)) {
                    assertThat(twin.get().status()).isEqualTo(201);
                    answers.add(twin.get().text());
                }
                assertThat(answers).hasSize(1);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void two_documenters_at_once_on_one_incident_lose_nothing() throws Exception {
        String id = server.post("/api/incidents", incident()).id();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Answer>> claims = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                String body = label("label " + i);
                claims.add(() -> server.post("/api/incidents/" + id + "/claims", body));
            }
            Set<String> versions = new HashSet<>();
            for (Future<Answer> claim : threads.invokeAll(claims)) {
                assertThat(claim.get().status()).isEqualTo(201);
                versions.add(claim.get().header("ETag"));
            }
            assertThat(versions).hasSize(64);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void what_changes_a_record_names_the_version_it_is_based_on() {
        String id = server.post("/api/incidents", incident()).id();
        String retraction = "/api/incidents/" + id + "/retraction";
        assertThat(server.post(retraction, "{\"reason\":\"x\"}").status()).isEqualTo(428);
        server.post("/api/incidents/" + id + "/claims", label("newer"));
        Answer stale = server.post(retraction, "{\"reason\":\"x\"}", "If-Match", "\"0\"");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.code()).isEqualTo("stale-version");
        assertThat(stale.header("ETag")).isEqualTo("\"1\"");
        assertThat(server.post(retraction, "{\"reason\":\"x\"}", "If-Match", "\"1\"")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void a_review_by_somebody_else_needs_independent_origins() {
        String ministry = server.source("self");
        String outlet = server.source(ministry);
        String unknown = server.source("unknown");
        Answer incident = server.post("/api/incidents", incident(), "Dalil-Actor", AIGUL);
        for (String who : List.of(ministry, outlet, unknown)) {
            String affirmed = label("x").replace("\"label\",\"value\":\"x\"", "\"existence\",\"value\":\"affirmed\"");
            server.post(
                    "/api/incidents/" + incident.id() + "/claims", affirmed.replace(source, who), "Dalil-Actor", AIGUL);
        }
        String reviews = "/api/incidents/" + incident.id() + "/reviews";
        String body = """
                {"state":"corroborated","covers":["existence","time-and-place"],"coherent":true,
                 "origins":["%s","%s"],"reason":"both were there"}""";
        assertThat(server.post(reviews, body.formatted(source, ministry), "Dalil-Actor", AIGUL)
                        .code())
                .isEqualTo("reviewer-is-the-recorder");
        assertThat(server.post(reviews, body.formatted(outlet, ministry), "Dalil-Actor", BAKYT)
                        .code())
                .isEqualTo("origins-not-independent");
        assertThat(server.post(reviews, body.formatted(source, unknown), "Dalil-Actor", BAKYT)
                        .code())
                .isEqualTo("origins-not-independent");
        assertThat(server.post(reviews, body.formatted(source, unknown), "Dalil-Actor", BAKYT)
                        .text())
                .contains("\"pointer\":\"/origins\"");
        assertThat(server.post(
                                reviews,
                                body.formatted(source, ministry).replace("\"" + ministry + "\"", "null"),
                                "Dalil-Actor",
                                BAKYT)
                        .text())
                .contains("\"pointer\":\"/origins/1\"", "\"status\":422");
        assertThat(server.post(reviews, body.formatted(source, ministry), "Dalil-Actor", BAKYT)
                        .status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @MethodSource
    void bad_input_gets_a_problem_that_names_the_field_and_leaves_nothing_behind(
            int status, String code, String pointer, String body) {
        String position = position();
        Answer answer = server.post("/api/incidents", body.replace("SOURCE", source));
        assertThat(answer.text()).contains("\"code\":\"" + code + "\"").contains("\"status\":" + status);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        if (!pointer.isEmpty()) {
            assertThat(answer.text()).contains("\"pointer\":\"" + pointer + "\"");
        }
        assertThat(position()).isEqualTo(position);
    }

    static List<Object[]> bad_input_gets_a_problem_that_names_the_field_and_leaves_nothing_behind() {
        String claim =
                "{\"claims\":[{\"attribute\":\"%s\",\"value\":%s,\"source\":\"SOURCE\",\"reported\":\"2020-10-06\"}]}";
        String deep = "[".repeat(200) + "]".repeat(200);
        return List.of(
                new Object[] {422, "unknown-word", "/claims/0/value", claim.formatted("kind", "\"brawl\"")},
                new Object[] {422, "unknown-word", "/claims/0/attribute", claim.formatted("colour", "\"red\"")},
                new Object[] {
                    422, "impossible-date", "/claims/0/value/date", claim.formatted("time", "{\"date\":\"2020-02-30\"}")
                },
                new Object[] {
                    422,
                    "out-of-range",
                    "/claims/0/value/lat",
                    claim.formatted("place", "{\"path\":[\"KG\"],\"precision\":\"city\",\"lat\":95,\"lon\":74}")
                },
                new Object[] {
                    422,
                    "out-of-range",
                    "/claims/0/value/lat",
                    claim.formatted(
                            "place", "{\"path\":[\"KG\"],\"precision\":\"city\",\"lat\":1e400000000,\"lon\":74}")
                },
                new Object[] {
                    422,
                    "out-of-range",
                    "/claims/0/value/lon",
                    claim.formatted(
                            "place", "{\"path\":[\"KG\"],\"precision\":\"city\",\"lat\":42,\"lon\":1e-400000000}")
                },
                new Object[] {
                    422,
                    "unknown-field",
                    "/claims/0/value/hour",
                    claim.formatted("time", "{\"date\":\"2020-10-05\",\"hour\":3}")
                },
                new Object[] {
                    422, "too-long", "/claims/0/value", claim.formatted("narrative", "\"" + "ү".repeat(140_000) + "\"")
                },
                new Object[] {413, "too-large", "", claim.formatted("narrative", "\"" + "x".repeat(5_000_000) + "\"")},
                new Object[] {
                    422,
                    "missing",
                    "/claims/0/source",
                    "{\"claims\":[{\"attribute\":\"label\",\"value\":\"x\",\"reported\":\"unknown\"}]}"
                },
                new Object[] {422, "missing", "/claims/0/value", claim.formatted("label", "null")},
                new Object[] {422, "missing", "/claims", "{}"},
                new Object[] {422, "missing", "/title", "{\"title\":\"  \"}"},
                new Object[] {400, "malformed-json", "", "{\"title\":\"x\""},
                new Object[] {400, "malformed-json", "", ""},
                new Object[] {400, "malformed-json", "", "{\"title\":\"x\",\"title\":\"y\"}"},
                new Object[] {400, "malformed-json", "", claim.formatted("time", deep)},
                new Object[] {400, "wrong-form", "/title", "{\"title\":" + deep + "}"},
                new Object[] {400, "wrong-form", "/title", "{\"title\":5}"},
                new Object[] {400, "unknown-field", "/titel", "{\"titel\":\"x\"}"},
                new Object[] {422, "malformed", "/title", "{\"title\":\"\\ud800\"}"},
                new Object[] {422, "malformed", "/id", "{\"id\":\"7\",\"title\":\"x\"}"},
                new Object[] {
                    422,
                    "unknown-id",
                    "/claims/0/source",
                    claim.formatted("label", "\"x\"").replace("SOURCE", "6f1c2d3e-0000-4000-8000-00000000dead")
                });
    }

    @Test
    void other_media_types_and_unknown_records_are_problems_too() {
        Answer form = server.send(server.request("/api/incidents")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("title=x")));
        assertThat(form.status()).isEqualTo(415);
        assertThat(form.code()).isEqualTo("unsupported-media-type");
        Answer parts = server.send(server.request("/api/incidents")
                .header("Content-Type", "Multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofString("--x--\r\n")));
        assertThat(parts.status()).isEqualTo(415);
        assertThat(parts.code()).isEqualTo("unsupported-media-type");
        assertThat(server.post("/api/incidents/" + UUID.randomUUID() + "/claims", label("x"))
                        .code())
                .isEqualTo("unknown-id");
        assertThat(server.post("/api/incidents/7/claims", label("x")).status()).isEqualTo(404);
        assertThat(server.post("/api/incidents", "{\"title\":\"x\"}", "Idempotency-Key", "7")
                        .code())
                .isEqualTo("malformed-header");
    }

    @Test
    void a_query_that_is_no_text_is_refused_before_anybody_reads_it() {
        for (String path : List.of("/report?lang=%ED%A0%80", "/api/timeline?label=%FF", "/api/figures?publisher=%FF")) {
            Answer answer = server.get(path);
            assertThat(answer.status()).as(path).isEqualTo(400);
            assertThat(answer.code()).as(path).isEqualTo("malformed-query");
        }
    }

    private String key(int n) {
        return new UUID(System.identityHashCode(this), n).toString();
    }

    private String position() {
        return server.get("/actuator/health")
                .body()
                .at("/components/ledger/details/size")
                .asString();
    }

    private void restart() {
        server.close();
        server = RunningServer.on(data.resolve("register"));
    }

    private String label(String text) {
        return """
                {"attribute":"label","value":"%s","source":"%s","reported":"2020-10-06"}""".formatted(text, source);
    }

    private String incident() {
        return """
                {"title":"Аянтта көз жашын агызуучу газ — ң ө ү 😀",
                 "claims":[{"attribute":"time","value":{"date":"2020-10-05~"},"source":"%s","reported":"unknown"}],
                 "forceUses":[{"usedBy":"state-force","claims":[]}]}""".formatted(source);
    }

    @Test
    void the_list_of_all_calls_tells_headers_filters_and_answers() {
        var document = server.get("/api-docs").body();
        assertThat(document.at("/paths/~1api~1incidents/post/parameters").toString())
                .contains("Idempotency-Key", "Dalil-Actor", "If-Match");
        assertThat(document.at("/paths/~1api~1incidents/post/responses").toString())
                .contains("201")
                .doesNotContain("\"200\"");
        assertThat(document.at("/paths/~1api~1tallies/get/parameters").toString())
                .contains("\"by\"", "\"weapon\"", "\"asOf\"")
                .doesNotContain("\"parameters\"");
        assertThat(server.get("/swagger-ui.html").status()).isIn(200, 302);
    }

    @Test
    void pages_of_other_sites_neither_write_nor_read() throws Exception {
        String title = "{\"title\":\"x\"}";
        assertThat(server.post("/api/incidents", title, "Origin", "https://evil.example")
                        .code())
                .isEqualTo("foreign-page");
        assertThat(server.post("/api/incidents", title, "Origin", "null").code())
                .isEqualTo("foreign-page");
        assertThat(server.post("/api/incidents", title, "Sec-Fetch-Site", "cross-site")
                        .status())
                .isEqualTo(403);
        assertThat(server.get("/api/timeline", "Sec-Fetch-Site", "cross-site").status())
                .isEqualTo(403);
        assertThat(server.post("/api/incidents", title, "Origin", server.address())
                        .status())
                .isEqualTo(201);
        URI address = URI.create(server.address());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream()
                    .write("GET /api/timeline HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 403")
                    .contains("foreign-page");
        }
    }

    @Test
    void a_span_of_days_that_runs_backwards_is_refused() {
        Answer answer = server.get("/api/tallies?of=incidents&from=2020-10-06&to=2020-10-05");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("bad-date");
    }
}
