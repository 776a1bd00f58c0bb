package dalil.app;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.app.RunningServer.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** People harmed, as a documenter files them and a researcher asks for them. */
class PeopleOverHttpTest extends OverHttp {

    private Answer person(String... claims) {
        return server.post("/api/casualties", "{\"claims\":[" + String.join(",", claims) + "]}");
    }

    private long reported(String question) {
        Answer answer = server.get("/api/tallies?of=casualties&" + question);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.body().get("total").get("reported").longValue();
    }

    @Test
    void contradicting_ages_and_outcomes_all_stand() {
        Answer filed = person(claim("label", "\"contradiction\""), claim("age", "{\"least\":30,\"greatest\":35}"));
        server.post("/api/casualties/" + filed.id() + "/claims", claim("age", "19"));
        server.post("/api/casualties/" + filed.id() + "/claims", claim("outcome", "\"died\""));
        Answer read = server.get("/api/casualties/" + filed.id());
        assertThat(read.body().at("/attributes/age/contested")).hasSize(2);
        assertThat(reported("label=contradiction&age-band=contested")).isEqualTo(1);
        assertThat(reported("label=contradiction&age-band=18-24")).isEqualTo(1);
        assertThat(reported("label=contradiction&outcome=died")).isEqualTo(1);
        assertThat(server.get("/api/casualties/" + filed.id() + "/history")
                        .body()
                        .get("history"))
                .hasSize(3);
    }

    @Test
    void the_same_form_twice_is_one_person_also_where_the_server_chose_the_id() {
        String key = UUID.randomUUID().toString();
        String form = "{\"claims\":[" + claim("label", "\"twice\"") + "]}";
        Answer first = server.post("/api/casualties", form, "Idempotency-Key", key);
        Answer again = server.post("/api/casualties", form, "Idempotency-Key", key);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(reported("label=twice")).isEqualTo(1);
    }

    @Test
    void somebody_named_out_of_a_group_is_counted_once() {
        String group = server.post(
                        "/api/casualties",
                        "{\"unit\":{\"least\":3,\"greatest\":5},\"claims\":[" + claim("label", "\"group\"") + "]}")
                .id();
        Answer named = server.post(
                "/api/casualties",
                "{\"namedOutOf\":\"" + group + "\",\"claims\":[" + claim("label", "\"group\"") + "]}");
        assertThat(named.status()).as(named.text()).isEqualTo(201);
        assertThat(named.body().get("indexes")).hasSize(2);
        assertThat(named.id()).isNotEqualTo(group);
        assertThat(reported("label=group")).isEqualTo(5);
    }

    @Test
    void nobody_is_named_out_of_one_person_or_of_nothing_and_the_field_is_told() {
        String nobody = "6f1c2d3e-0000-4000-8000-00000000dead";
        for (String wrong : List.of(person(claim("label", "\"ungrouped\"")).id(), nobody)) {
            Answer answer = server.post(
                    "/api/casualties",
                    "{\"namedOutOf\":\"" + wrong + "\",\"claims\":[" + claim("label", "\"ungrouped\"") + "]}");
            assertThat(answer.status()).as(answer.text()).isEqualTo(422);
            assertThat(answer.body().at("/errors/0/pointer").asString()).isEqualTo("/namedOutOf");
            assertThat(answer.code()).isEqualTo(wrong.equals(nobody) ? "unknown-id" : "not-a-group");
        }
        assertThat(reported("label=ungrouped")).isEqualTo(1);
    }

    @Test
    void an_unmerged_person_is_counted_as_before_and_what_came_since_is_theirs() {
        String one = person(claim("label", "\"merge\"")).id();
        String other =
                person(claim("label", "\"merge\""), claim("sex", "\"female\"")).id();
        Answer merged = server.post(
                "/api/casualties/" + other + "/merger",
                "{\"into\":\"" + one + "\",\"reason\":\"one person\"}",
                "If-Match",
                "\"0\"");
        assertThat(merged.status()).as(merged.text()).isEqualTo(201);
        assertThat(reported("label=merge")).isEqualTo(1);
        assertThat(reported("label=merge&sex=female")).isEqualTo(1);
        server.post("/api/casualties/" + other + "/claims", claim("outcome", "\"hospitalised\""));
        assertThat(reported("label=merge&outcome=hospitalised")).isEqualTo(1);
        Answer undone = server.post(
                "/api/casualties/" + other + "/merger/undoing", "{\"reason\":\"two people\"}", "If-Match", "\"2\"");
        assertThat(undone.status()).as(undone.text()).isEqualTo(201);
        assertThat(reported("label=merge")).isEqualTo(2);
        assertThat(server.get("/api/casualties/" + other)
                        .body()
                        .at("/attributes/outcome/0/value")
                        .asString())
                .isEqualTo("hospitalised");
        assertThat(server.get("/api/casualties/" + one)
                        .body()
                        .at("/attributes/outcome")
                        .isMissingNode())
                .isTrue();
    }

    @Test
    void two_documenters_at_once_lose_nothing() throws Exception {
        String id = person(claim("label", "\"two documenters\"")).id();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Answer>> claims = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                String label = claim("label", "\"ң" + i + "\"");
                claims.add(() -> server.post("/api/casualties/" + id + "/claims", label));
            }
            int kept = 0;
            for (Future<Answer> each : threads.invokeAll(claims)) {
                int status = each.get().status();
                assertThat(status).isIn(201, 409);
                kept += status == 201 ? 1 : 0;
            }
            assertThat(server.get("/api/casualties/" + id).body().at("/attributes/label"))
                    .hasSize(kept + 1);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void what_cannot_stand_is_refused_with_the_field_and_nothing_recorded() {
        String before = server.get("/api/timeline?of=casualties").header("Dalil-Position");
        person().isRefused("/claims", "missing");
        person(claim("outcome", "\"eaten\"")).isRefused("/claims/0/value", "unknown-word");
        person(claim("age", "\"nineteen\"")).isRefused("/claims/0/value", "wrong-form");
        person(claim("age", "{\"least\":30,\"greatest\":3}")).isRefused("/claims/0/value/greatest", "out-of-range");
        person(claim("persons", "3")).isRefused("/claims/0/attribute", "of-a-group");
        person(claim("name", "{\"family\":\"x\"}")).isRefused("/claims/0/value/full", "missing");
        server.post(
                        "/api/casualties",
                        "{\"incident\":\"" + UUID.randomUUID() + "\",\"claims\":[" + claim("sex", "\"male\"") + "]}")
                .isRefused("/incident", "unknown-id");
        server.post("/api/figures", "{\"publisher\":\"M\",\"measure\":\"dead\",\"value\":\"many\"}")
                .isRefused("/value", "wrong-form");
        server.post("/api/figures", "{\"publisher\":\"M\",\"measure\":\"eaten\",\"value\":1}")
                .isRefused("/measure", "unknown-word");
        assertThat(server.get("/api/timeline?of=casualties").header("Dalil-Position"))
                .isEqualTo(before);
    }

    @Test
    void that_two_records_may_be_one_person_is_noted_shown_and_dismissed() {
        String one = person(claim("role", "\"medic\"")).id();
        String other = person(claim("role", "\"medic\"")).id();
        Answer noted = server.post(
                "/api/casualties/" + one + "/candidates", "{\"casualty\":\"" + other + "\",\"score\":\"0.934\"}");
        assertThat(noted.status()).as(noted.text()).isEqualTo(201);
        assertThat(server.get("/api/casualties/" + one)
                        .body()
                        .at("/candidates/0/value")
                        .asString())
                .isEqualTo(other);
        assertThat(server.get("/api/casualties/" + one + "/history").text()).contains("candidate");
        assertThat(server.get("/api/tallies?of=casualties")
                        .body()
                        .at("/undecided/records")
                        .asLong())
                .isZero();
        server.post(
                        "/api/casualties/" + one + "/candidates",
                        "{\"casualty\":\"" + UUID.randomUUID() + "\",\"score\":\"2\"}")
                .isRefused("/casualty", "unknown-id");
        Answer dismissed = server.post(
                "/api/casualties/" + one + "/candidates/" + other + "/dismissal", "{\"reason\":\"эки киши (ойдон)\"}");
        assertThat(dismissed.status()).as(dismissed.text()).isEqualTo(201);
        assertThat(server.get("/api/casualties/" + one).body().at("/candidates"))
                .isEmpty();
    }
}
