package dalil.app;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.app.RunningServer.Answer;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What someone tells by telephone, until it stands in records. All of it is invented. */
class ReportsOverHttpTest extends OverHttp {

    private Answer taken() {
        Answer taken = server.post("/api/reports", """
                {"channel":"phone-call","language":"ky","connection":"witness","words":"Аянтта экөө жыгылды",
                 "answers":{"danger-now":"no","care-now":{"answer":"unknown"},"where":"базардын жанында",
                            "hurt-persons":{"least":2,"greatest":3}},
                 "callBack":{"whether":"only-message","contact":"0555 000 000","howSafely":"атымды айтпаңыз"},
                 "consent":{"limitsExplained":true,
                            "answers":[{"recipient":"medical-and-aid","element":"testimony","answer":"given"}]}}""");
        assertThat(taken.status()).isEqualTo(201);
        return taken;
    }

    private JsonNode byCode(String code) {
        return server.get("/api/reports/by-code/" + code).body();
    }

    @Test
    void a_report_taken_by_telephone_is_found_by_its_code() {
        Answer taken = taken();
        String code = taken.body().get("code").asString();
        assertThat(code).matches("[1-9]\\d\\d \\d\\d\\d \\d\\d\\d");
        JsonNode report = byCode(code.replace(" ", "%20"));
        assertThat(report.get("id").asString()).isEqualTo(taken.id());
        assertThat(report.at("/attributes/words/value").asString()).isEqualTo("Аянтта экөө жыгылды");
        assertThat(report.at("/answers/hurt-persons/value/least").intValue()).isEqualTo(2);
        assertThat(server.get("/api/reports").body().get("reports").toString())
                .contains(taken.id())
                .doesNotContain("жыгылды", "0555");
    }

    @Test
    void only_the_words_are_required_and_a_mistake_names_its_field() {
        assertThat(server.post("/api/reports", "{\"words\":\"Бир нерсе болду\"}")
                        .status())
                .isEqualTo(201);
        long before = server.ledgerSize();
        refused("/words", "missing", "{}");
        refused("/answers/colour", "unknown-word", "{\"words\":\"x\",\"answers\":{\"colour\":\"red\"}}");
        refused("/answers/danger-now", "unknown-word", "{\"words\":\"x\",\"answers\":{\"danger-now\":\"maybe\"}}");
        refused("/answers/where", "missing", "{\"words\":\"x\",\"answers\":{\"where\":null}}");
        refused("/callBack/whether", "missing", "{\"words\":\"x\",\"callBack\":{\"contact\":\"1\"}}");
        refused("/channel", "unknown-word", "{\"words\":\"x\",\"channel\":\"pigeon\"}");
        refused(
                "/consent/answers/0/recipient",
                "unknown-word",
                "{\"words\":\"x\",\"consent\":{\"answers\":[{\"recipient\":\"all\",\"element\":\"name\",\"answer\":\"given\"}]}}");
        refused("/words", "too-long", "{\"words\":\"" + "ү".repeat(131_073) + "\"}");
        assertThat(server.ledgerSize()).isEqualTo(before);
        assertThat(server.post("/api/reports", "{\"words\":\"" + "ү".repeat(131_072) + "\"}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void a_report_becomes_a_source_an_incident_and_casualties_in_one_append() {
        String report = taken().id();
        String key = UUID.randomUUID().toString();
        String form = """
                {"sources":[{"id":"%2$s","type":"social-media-post","name":"ойдон чыгарылган сайт"}],
                 "incident":{"title":"Аянтта элди таратуу (ойдон чыгарылган)",
                   "claims":[{"attribute":"time","value":{"date":"2020-10-05~"},"source":"%1$s","reported":"2020-10-06"}],
                   "forceUses":[{"usedBy":"state-force",
                     "claims":[{"attribute":"weapon","value":"disorientation-device","source":"%2$s","reported":"unknown"}]}]},
                 "casualties":[
                   {"claims":[{"attribute":"outcome","value":"injured","source":"%1$s","reported":"2020-10-06"}]},
                   {"unit":{"least":1,"greatest":2},
                    "claims":[{"attribute":"outcome","value":"injured","source":"%1$s","reported":"2020-10-06"}]}]}""".formatted(report, UUID.randomUUID());
        String path = "/api/reports/" + report + "/working-up";
        assertThat(server.post(path, form).code()).isEqualTo("version-required");
        assertThat(server.post(path, form, "If-Match", "\"7\"").code()).isEqualTo("stale-version");
        Answer first = server.post(path, form, "If-Match", "\"0\"", "Idempotency-Key", key);
        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(first.body().get("indexes")).hasSize(6);
        assertThat(server.post(path, form, "If-Match", "\"0\"", "Idempotency-Key", key)
                        .text())
                .isEqualTo(first.text());
        String byAnother =
                "{\"source\":{\"origin\":\"self\"},\"casualties\":[{\"claims\":[{\"attribute\":\"label\",\"value\":\"x\",\"source\":\""
                        + report + "\",\"reported\":\"unknown\"}]}]}";
        Answer late = server.post(path, byAnother, "If-Match", "\"0\"");
        assertThat(late.code()).as(late.text()).isEqualTo("stale-version");
        assertThat(late.header("ETag")).isEqualTo("\"1\"");

        JsonNode workedUp = server.get("/api/reports/" + report).body();
        assertThat(workedUp.at("/state/value").asString()).isEqualTo("worked-up");
        JsonNode records = workedUp.at("/workedUp/0/value/records");
        assertThat(records).hasSize(4);
        String incident = records.get(1).asString();
        assertThat(incident).startsWith("incident/");
        assertThat(server.get("/api/" + incident.replace("incident", "incidents"))
                        .body()
                        .at("/attributes/time/source")
                        .asString())
                .isEqualTo(report);
        JsonNode source = server.get("/api/sources/" + report).body();
        assertThat(source.at("/attributes/type/value").asString()).isEqualTo("telephone-conversation");
        assertThat(source.at("/attributes/connection/value").asString()).isEqualTo("witness");
        assertThat(source.at("/attributes/origin/value").asString()).isEqualTo("unknown");
        String casualty = records.get(2).asString().replace("casualty", "casualties");
        assertThat(server.get("/api/" + casualty).body().toString()).contains(incident.substring(9));
        assertThat(server.get("/api/reports").body().get("reports").toString()).doesNotContain(report);
        assertThat(server.post("/api/reports/" + report + "/setting-aside", "{\"reason\":\"x\"}")
                        .code())
                .isEqualTo("worked-up");

        String more = """
                {"incident":{"existing":"%s",
                  "claims":[{"attribute":"label","value":"x","source":"%s","reported":"unknown"}],
                  "forceUses":[{"usedBy":"unknown","claims":[]}]}}""".formatted(incident.substring(9), report);
        Answer second = server.post(path, more, "If-Match", "\"1\"");
        assertThat(second.status()).as(second.text()).isEqualTo(201);
        assertThat(second.body().get("indexes")).hasSize(3); // the source is there already
    }

    @Test
    void what_cannot_stand_leaves_nothing_behind_and_says_where_in_the_form_it_is() {
        String report = taken().id();
        long before = server.ledgerSize();
        String path = "/api/reports/" + report + "/working-up";
        String good = "{\"attribute\":\"outcome\",\"value\":\"injured\",\"source\":\"" + report
                + "\",\"reported\":\"unknown\"}";
        workUp(path, "/casualties/1/claims/0/value", "unknown-word", """
                {"incident":{"title":"x"},"casualties":[{"claims":[%s]},{"claims":[%s]}]}""".formatted(
                        good, good.replace("injured", "fine")));
        workUp(path, "/incident/title", "missing", "{\"incident\":{\"title\":\" \"}}");
        workUp(path, "/incident/claims/0/attribute", "unknown-word", """
                {"incident":{"claims":[%s]}}""".formatted(good.replace("outcome", "colour")));
        workUp(path, "/incident/existing", "unknown-id", "{\"incident\":{\"existing\":\"" + UUID.randomUUID() + "\"}}");
        workUp(path, "/incident/existing", "unknown-id", "{\"incident\":{\"existing\":\"7\"}}");
        workUp(path, "/sources/0/type", "unknown-word", "{\"sources\":[{\"type\":\"pigeon\",\"name\":\"x\"}]}");
        workUp(path, "/source/id", "wrong-id", "{\"source\":{\"id\":\"" + UUID.randomUUID() + "\"}}");
        workUp(
                path,
                "/source/reliability",
                "unknown-word",
                "{\"source\":{\"reliability\":\"x\"},\"incident\":{\"title\":\"x\"}}");
        workUp(path, "/casualties/0/id", "malformed", "{\"casualties\":[{\"id\":\"7\"}]}");
        workUp(path, "", "works-up-into-nothing", "{}");
        assertThat(server.post("/api/reports/" + UUID.randomUUID() + "/working-up", "{}", "If-Match", "\"0\"")
                        .status())
                .isEqualTo(404);
        assertThat(server.ledgerSize()).isEqualTo(before);
    }

    @Test
    void consent_is_given_later_and_withdrawn_again() {
        String report = taken().id();
        String change = "{\"by\":\"%s\",\"answers\":[{\"recipient\":\"media\",\"element\":\"name\",\"answer\":\"%s\"}],"
                + "\"reason\":\"өзү айтты (ойдон)\"}";
        String path = "/api/reports/" + report;
        assertThat(server.post(path + "/consent", change.formatted("self", "given"))
                        .status())
                .isEqualTo(201);
        assertThat(server.post(path + "/consent", change.formatted("guardian", "withdrawn"))
                        .status())
                .isEqualTo(201);
        assertThat(server.post(path + "/consent", change.formatted("self", "withdrawn"))
                        .text())
                .contains("/answers/0", "changes-nothing");
        JsonNode consent = server.get(path).body().get("consent");
        assertThat(consent.at("/value/answers").toString()).contains("withdrawn");
        assertThat(consent.at("/history").toString()).contains("guardian", "өзү айтты (ойдон)");
        assertThat(server.get("/api/reports?limit=200").body().get("reports").toString())
                .contains(report)
                .doesNotContain("өзү айтты");
    }

    @Test
    void a_report_is_set_aside_with_a_reason() {
        String report = taken().id();
        assertThat(server.post("/api/reports/" + report + "/setting-aside", "{\"reason\":\"эки жолу келди\"}")
                        .status())
                .isEqualTo(201);
        assertThat(server.get("/api/reports").body().get("reports").toString()).doesNotContain(report);
        assertThat(server.get("/api/reports/" + report)
                        .body()
                        .at("/setAside/reason")
                        .asString())
                .isEqualTo("эки жолу келди");
    }

    private void refused(String pointer, String code, String body) {
        server.post("/api/reports", body).isRefused(pointer, code);
    }

    private void workUp(String path, String pointer, String code, String form) {
        server.post(path, form, "If-Match", "\"0\"").isRefused(pointer, code);
    }
}
