package dalil.app;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.app.RunningServer.Answer;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What someone tells, by telephone and by the page, until it stands in records. All of it is invented. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportsOverHttpTest {

    private static final String WORDS = "Көчөдө ң ө ү Ң Ө Ү & 100% + = \"<b>\" 😀 и\u0306\nэкинчи сап";
    private static final Pattern CODE =
            Pattern.compile("<span>(\\d{3})</span> <span>(\\d{3})</span> <span>(\\d{3})</span>");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path data;

    @SuppressWarnings("NullAway.Init")
    private RunningServer server;

    @BeforeAll
    void start() {
        server = RunningServer.on(data.resolve("register"));
    }

    @AfterAll
    void stop() {
        server.close();
    }

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

    private Answer form(String fields, String... headers) {
        return server.send(server.request("/report", headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(fields)));
    }

    private static String field(String name, String value) {
        return "&" + name + "=" + URLEncoder.encode(value.replace("\n", "\r\n"), StandardCharsets.UTF_8);
    }

    private static String key() {
        return "lang=ky" + field("key", UUID.randomUUID().toString());
    }

    private static String code(Answer done) {
        assertThat(done.status()).as(done.text()).isEqualTo(200);
        Matcher code = CODE.matcher(done.text());
        assertThat(code.find()).isTrue();
        return code.group(1) + code.group(2) + code.group(3);
    }

    private long size() {
        return server.get("/actuator/health")
                .body()
                .at("/components/ledger/details/size")
                .asLong();
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
        long before = size();
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
        assertThat(size()).isEqualTo(before);
        assertThat(server.post("/api/reports", "{\"words\":\"" + "ү".repeat(131_072) + "\"}")
                        .status())
                .isEqualTo(201);
    }

    private void refused(String pointer, String code, String body) {
        Answer answer = server.post("/api/reports", body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.text()).contains("\"pointer\":\"" + pointer + "\"").contains("\"code\":\"" + code + "\"");
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
        long before = size();
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
        assertThat(size()).isEqualTo(before);
    }

    private void workUp(String path, String pointer, String code, String form) {
        Answer answer = server.post(path, form, "If-Match", "\"0\"");
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.text()).contains("\"pointer\":\"" + pointer + "\"").contains("\"code\":\"" + code + "\"");
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

    @Test
    void the_page_is_in_the_readers_language_keeps_nothing_and_lets_nothing_in() {
        Answer page = server.get("/report", "Accept-Language", "ru-RU,ru;q=0.9");
        assertThat(page.text()).contains("<html lang=\"ru\">", "Расскажите, что произошло");
        assertThat(server.get("/report?lang=ky").text()).contains("<html lang=\"ky\">", "Эмне болду?");
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'", "form-action 'self'");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.header("Set-Cookie")).isEmpty();
        assertThat(server.get("/").text()).contains("href=\"/report\"");
    }

    @Test
    void what_is_typed_on_the_page_is_on_record_as_it_was_typed() {
        Answer done = form(
                key()
                        + field("danger-now", "yes")
                        + field("words", WORDS)
                        + field("where", "Базардын жанында — ң ө ү")
                        + field("when.unknown", "yes")
                        + field("hurt-persons", "2-3")
                        + field("call-back", "only-message")
                        + field("contact", "0555 000 000")
                        + field("may.medical-and-aid.testimony", "given"),
                "Origin",
                server.address(),
                "User-Agent",
                "A browser that tells");
        assertThat(done.text())
                .contains("<html lang=\"ky\">", "href=\"tel:103\"")
                .doesNotContain("Базардын", "0555");
        JsonNode report = byCode(code(done));
        assertThat(report.at("/attributes/words/value").asString()).isEqualTo(WORDS);
        assertThat(report.at("/attributes/channel/value").asString()).isEqualTo("web-page");
        assertThat(report.at("/attributes/language/value").asString()).isEqualTo("ky");
        assertThat(report.at("/answers/where/value").asString()).isEqualTo("Базардын жанында — ң ө ү");
        assertThat(report.at("/answers/when/value/answer").asString()).isEqualTo("unknown");
        assertThat(report.at("/callBack/contact/value").asString()).isEqualTo("0555 000 000");
        String history = server.get("/api/reports/" + report.get("id").asString() + "/history")
                .text();
        assertThat(history)
                .contains("\"role\":\"reporter\"", "\"through\":\"web-page\"")
                .doesNotContain("127.0.0.1", "browser", code(done));
    }

    @Test
    void a_double_tap_or_a_reload_files_once_and_shows_the_same_code() {
        String fields = key() + field("words", "Бир нерсе болду");
        String code = code(form(fields));
        long before = size();
        assertThat(code(form(fields))).isEqualTo(code);
        assertThat(size()).isEqualTo(before);
        Answer changed = form(fields + field("where", "Ошто"));
        assertThat(changed.status()).isEqualTo(409);
        assertThat(changed.text())
                .contains("role=\"alert\"", "value=\"Ошто\"")
                .doesNotContain(fields.substring(12, 48));
        assertThat(size()).isEqualTo(before);
        assertThat(code(form("words=x"))).isNotEqualTo(code(form("words=x"))); // without a key of the page
    }

    @Test
    void after_a_mistake_the_page_comes_back_with_what_was_typed() {
        long before = size();
        Answer empty = form(key() + field("where", "Ошто") + field("words", " "));
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.text()).contains("value=\"Ошто\"", "Эмне болгонун бир нече сөз менен жазыңыз.");
        String hostile = "</textarea><script>alert(1)</script>";
        Answer wrong = form(key() + field("words", hostile) + field("hurt-persons", "үч"));
        assertThat(wrong.text()).contains("&lt;/textarea&gt;&lt;script&gt;").doesNotContain("<script");
        Answer tooLong = form(key() + field("words", "ң".repeat(131_073)));
        assertThat(tooLong.status()).isEqualTo(422);
        assertThat(tooLong.text()).contains("Бул өтө узун.", "ң".repeat(131_073));
        assertThat(form(key() + field("danger-now", "<script>") + field("words", "x"))
                        .status())
                .isEqualTo(422);
        assertThat(form(key() + field("words", "x\u0001")).status()).isEqualTo(422);
        assertThat(form("words=%zz").status()).isEqualTo(400);
        assertThat(form(key() + field("words", "x".repeat(1_048_576))).status()).isEqualTo(413);
        assertThat(form("").status()).isEqualTo(422);
        assertThat(size()).isEqualTo(before);
        assertThat(code(form(key() + field("words", "ң".repeat(131_072))))).hasSize(9);
    }

    @Test
    void pages_of_other_sites_file_nothing() {
        long before = size();
        String fields = key() + field("words", "x");
        assertThat(form(fields, "Origin", "https://evil.example").status()).isEqualTo(403);
        assertThat(form(fields, "Origin", "null").status()).isEqualTo(403);
        assertThat(form(fields, "Sec-Fetch-Site", "cross-site").status()).isEqualTo(403);
        assertThat(size()).isEqualTo(before);
    }
}
