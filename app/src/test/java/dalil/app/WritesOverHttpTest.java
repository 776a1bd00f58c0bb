package dalil.app;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.app.RunningServer.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
import org.junit.jupiter.api.Test;

/** What is filed: once, by one or by several at a time, and based on what they saw. */
class WritesOverHttpTest extends OverHttp {

    private static final String AIGUL = URLEncoder.encode("Айгүл", StandardCharsets.UTF_8);
    private static final String BAKYT = URLEncoder.encode("Бакыт", StandardCharsets.UTF_8);

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
        long before = server.ledgerSize();
        restart();
        Answer again = server.post("/api/incidents", incident(), "Idempotency-Key", key);
        assertThat(again.status()).isEqualTo(first.status());
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        // the record was retracted since, so that the same command would be refused now
        Answer refusedNow =
                server.post("/api/incidents/" + first.id() + "/claims", label("x"), "Idempotency-Key", key(1));
        assertThat(refusedNow.text()).isEqualTo(label.text());
        assertThat(server.ledgerSize()).isEqualTo(before).isPositive();
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

    private String key(int n) {
        return new UUID(System.identityHashCode(this), n).toString();
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
}
