package dalil.app;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.app.RunningServer.Answer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
import tools.jackson.databind.JsonNode;

/** People harmed and published totals, as a documenter files them and a researcher asks for them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeopleOverHttpTest {

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

    private String claim(String attribute, String value) {
        return "{\"attribute\":\"%s\",\"value\":%s,\"source\":\"%s\",\"reported\":\"2020-10-06\"}"
                .formatted(attribute, value, source);
    }

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
        refused(person(), "/claims", "missing");
        refused(person(claim("outcome", "\"eaten\"")), "/claims/0/value", "unknown-word");
        refused(person(claim("age", "\"nineteen\"")), "/claims/0/value", "wrong-form");
        refused(person(claim("age", "{\"least\":30,\"greatest\":3}")), "/claims/0/value/greatest", "out-of-range");
        refused(person(claim("persons", "3")), "/claims/0/attribute", "of-a-group");
        refused(person(claim("name", "{\"family\":\"x\"}")), "/claims/0/value/full", "missing");
        refused(
                server.post(
                        "/api/casualties",
                        "{\"incident\":\"" + UUID.randomUUID() + "\",\"claims\":[" + claim("sex", "\"male\"") + "]}"),
                "/incident",
                "unknown-id");
        refused(
                server.post("/api/figures", "{\"publisher\":\"M\",\"measure\":\"dead\",\"value\":\"many\"}"),
                "/value",
                "wrong-form");
        refused(
                server.post("/api/figures", "{\"publisher\":\"M\",\"measure\":\"eaten\",\"value\":1}"),
                "/measure",
                "unknown-word");
        assertThat(server.get("/api/timeline?of=casualties").header("Dalil-Position"))
                .isEqualTo(before);
    }

    private static void refused(Answer answer, String pointer, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.body().at("/errors/0/pointer").asString())
                .as(answer.text())
                .isEqualTo(pointer);
        assertThat(answer.body().at("/errors/0/code").asString())
                .as(answer.text())
                .isEqualTo(code);
    }

    @Test
    void a_publisher_that_is_only_named_is_one_source_however_often() {
        String figure = "{\"publisher\":\"Министрлик (ойдон)\",\"published\":\"2020-10-06\",\"asOf\":\"2020-10-0%d\","
                + "\"measure\":\"dead\",\"period\":\"since-start\",\"population\":\"all\",\"value\":%d}";
        Answer first = server.post("/api/figures", figure.formatted(6, 0));
        Answer second = server.post("/api/figures", figure.formatted(7, 1));
        assertThat(first.body().get("indexes")).hasSize(2);
        assertThat(second.body().get("indexes")).hasSize(1);
        String publisher = server.get("/api/figures/" + first.id())
                .body()
                .at("/attributes/publisher/value")
                .asString();
        assertThat(server.get("/api/figures?publisher=" + publisher).body().get("figures"))
                .hasSize(2);
        Answer reconciled = server.get("/api/reconciliation?publisher=" + publisher);
        assertThat(reconciled.body().at("/series/0/figures")).hasSize(2);
        assertThat(server.get("/reconciliation").text()).contains("Министрлик (ойдон)");
    }

    @Test
    void a_tally_has_beside_it_what_was_published_of_the_same_and_says_why_nothing_else() {
        String figure = "{\"publisher\":\"Больница (ойдон)\",\"published\":\"2021-02-%02d\",\"asOf\":\"2021-02-%02d\","
                + "\"measure\":\"in-intensive-care\",\"period\":\"at-moment\",\"population\":\"all\",\"value\":%d}";
        String first = server.post("/api/figures", figure.formatted(3, 3, 4)).id();
        String publisher = server.get("/api/figures/" + first)
                .body()
                .at("/attributes/publisher/value")
                .asString();
        String withdrawn =
                server.post("/api/figures", figure.formatted(3, 3, 40)).id();
        server.post("/api/figures", figure.formatted(4, 4, 5));
        Answer gone = server.post(
                "/api/figures/" + withdrawn + "/withdrawal",
                "{\"source\":\"" + publisher + "\",\"quote\":\"Ката (ойдон)\"}");
        assertThat(gone.status()).as(gone.text()).isEqualTo(201);

        JsonNode tally = server.get(
                        "/api/tallies?of=casualties&outcome=in-intensive-care&count=persons-at&at=2021-02-03")
                .body();
        long reported = tally.at("/total/reported").asLong();
        assertThat(tally.at("/figures/comparable")).hasSize(1);
        assertThat(tally.at("/figures/comparable/0/figure/id").asString()).isEqualTo(first);
        assertThat(tally.at("/figures/comparable/0/gap/toReported").asLong()).isEqualTo(4 - reported);
        assertThat(why(tally, "in-intensive-care", "at-moment")).startsWith("not comparable: it is of another day");

        JsonNode worst = server.get("/api/tallies?of=casualties&outcome=in-intensive-care")
                .body();
        assertThat(worst.at("/figures/comparable")).isEmpty();
        assertThat(why(worst, "in-intensive-care", "at-moment"))
                .isEqualTo("not comparable: it is about a moment, which is asked for with count=persons-at&at=DAY");
        assertThat(server.get("/api/tallies?of=force-uses").body().at("/figures/notComparable"))
                .isEmpty();
    }

    @Test
    void a_figure_of_a_place_is_found_there_page_by_page_and_compared_with_no_other_place() {
        String figure = "{\"publisher\":\"Кеңсе (ойдон)\",\"published\":\"2021-03-01\",\"measure\":\"detained\","
                + "\"period\":\"since-start\",\"population\":\"all\",\"value\":%d,\"place\":%s}";
        String osh = server.post("/api/figures", figure.formatted(3, "[\"KG\",\"Ош\"]"))
                .id();
        String naryn = server.post("/api/figures", figure.formatted(4, "[\"KG\",\"Нарын\",\"\",\"Нарын\"]"))
                .id();
        server.post("/api/figures", figure.formatted(7, "null"));
        refused(server.post("/api/figures", figure.formatted(1, "[\"KG\",\"\"]")), "/place", "missing");

        assertThat(server.get("/api/figures/" + osh)
                        .body()
                        .at("/attributes/place/value/1")
                        .asString())
                .isEqualTo("Ош");
        assertThat(ids("/api/figures?measure=detained&place=Нарын")).containsExactly(naryn);
        assertThat(ids("/api/figures?measure=detained&place=KG/Ош")).containsExactly(osh);
        assertThat(ids("/api/figures?measure=detained&place=KG")).containsExactly(osh, naryn);
        assertThat(ids("/api/figures?measure=detained&place=not-stated")).hasSize(1);

        JsonNode first = server.get("/api/figures?measure=detained&limit=2").body();
        assertThat(first.get("figures")).hasSize(2);
        JsonNode second = server.get("/api/figures?measure=detained&limit=2&cursor="
                        + first.get("next").asString())
                .body();
        assertThat(second.get("figures")).hasSize(1);
        assertThat(second.has("next")).isFalse();
        assertThat(server.get("/api/figures?limit=0").code()).isEqualTo("bad-number");
        assertThat(server.get("/api/figures?cursor=x").code()).isEqualTo("bad-cursor");

        String tally = "/api/tallies?of=casualties&outcome=detained&count=persons-ever";
        assertThat(server.get(tally)
                        .body()
                        .at("/figures/comparable/0/figure/least")
                        .asLong())
                .isEqualTo(7);
        JsonNode there = server.get(encoded(tally + "&place=KG/Ош")).body();
        assertThat(there.at("/figures/comparable")).hasSize(1);
        assertThat(there.at("/figures/comparable/0/figure/id").asString()).isEqualTo(osh);
        assertThat(there.at("/figures/notComparable").toString())
                .contains("not comparable: place: it is about KG/Нарын//Нарын")
                .contains("not comparable: place: it states none");
    }

    private static String encoded(String address) {
        return address.replace("Нарын", "%D0%9D%D0%B0%D1%80%D1%8B%D0%BD").replace("Ош", "%D0%9E%D1%88");
    }

    private List<String> ids(String list) {
        List<String> ids = new ArrayList<>();
        server.get(encoded(list))
                .body()
                .get("figures")
                .forEach(figure -> ids.add(figure.get("id").asString()));
        return ids;
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
        refused(
                server.post(
                        "/api/casualties/" + one + "/candidates",
                        "{\"casualty\":\"" + UUID.randomUUID() + "\",\"score\":\"2\"}"),
                "/casualty",
                "unknown-id");
        Answer dismissed = server.post(
                "/api/casualties/" + one + "/candidates/" + other + "/dismissal", "{\"reason\":\"эки киши (ойдон)\"}");
        assertThat(dismissed.status()).as(dismissed.text()).isEqualTo(201);
        assertThat(server.get("/api/casualties/" + one).body().at("/candidates"))
                .isEmpty();
    }

    private static String why(JsonNode tally, String measure, String period) {
        for (JsonNode apart : tally.at("/figures/notComparable")) {
            if (apart.get("measure").asString().equals(measure)
                    && apart.get("period").asString().equals(period)) {
                return apart.get("why").asString();
            }
        }
        return "no such figures";
    }
}
