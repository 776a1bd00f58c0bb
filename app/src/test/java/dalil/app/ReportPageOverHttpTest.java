package dalil.app;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.app.RunningServer.Answer;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What someone types on the page, which is all invented. */
class ReportPageOverHttpTest extends OverHttp {

    private static final String WORDS = "Көчөдө ң ө ү Ң Ө Ү & 100% + = \"<b>\" 😀 и\u0306\nэкинчи сап";
    private static final Pattern CODE =
            Pattern.compile("<span>(\\d{3})</span> <span>(\\d{3})</span> <span>(\\d{3})</span>");

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

    private JsonNode byCode(String code) {
        return server.get("/api/reports/by-code/" + code).body();
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
        long before = server.ledgerSize();
        assertThat(code(form(fields))).isEqualTo(code);
        assertThat(server.ledgerSize()).isEqualTo(before);
        Answer changed = form(fields + field("where", "Ошто"));
        assertThat(changed.status()).isEqualTo(409);
        assertThat(changed.text())
                .contains("role=\"alert\"", "value=\"Ошто\"")
                .doesNotContain(fields.substring(12, 48));
        assertThat(server.ledgerSize()).isEqualTo(before);
        assertThat(code(form("words=x"))).isNotEqualTo(code(form("words=x"))); // without a key of the page
    }

    @Test
    void after_a_mistake_the_page_comes_back_with_what_was_typed() {
        long before = server.ledgerSize();
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
        assertThat(server.ledgerSize()).isEqualTo(before);
        assertThat(code(form(key() + field("words", "ң".repeat(131_072))))).hasSize(9);
    }

    @Test
    void pages_of_other_sites_file_nothing() {
        long before = server.ledgerSize();
        String fields = key() + field("words", "x");
        assertThat(form(fields, "Origin", "https://evil.example").status()).isEqualTo(403);
        assertThat(form(fields, "Origin", "null").status()).isEqualTo(403);
        assertThat(form(fields, "Sec-Fetch-Site", "cross-site").status()).isEqualTo(403);
        assertThat(server.ledgerSize()).isEqualTo(before);
    }
}
