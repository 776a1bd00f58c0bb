package dalil.command.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dalil.events.claim.Attribute;
import dalil.events.claim.Attributes;
import dalil.events.report.ReportCode;
import dalil.events.vocabulary.Vocabularies;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {

    private static final int MOST_BYTES = 30_000;
    private static final EmergencyNumbers NUMBERS = new EmergencyNumbers("103", "112", "102");
    private static final UUID KEY = UUID.fromString("0e0f9f2e-6c53-4f4e-8d0b-1f2a3b4c5d6e");
    private static final List<String> HOSTILE = List.of(
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "</textarea><script>alert(1)</script>",
            "' autofocus onfocus=alert(1) x='",
            "<svg/onload=alert(1)>",
            "javascript:alert(1)",
            "&lt;script&gt;alert(1)&lt;/script&gt;",
            "\u2028<iframe srcdoc='&lt;script>alert(1)&lt;/script>'>",
            "</title></style></head><body onload=alert(1)>",
            "%3Cscript%3Ealert(1)%3C/script%3E",
            "<a href=\"data:text/html;base64,PHNjcmlwdD4=\">x</a>",
            "{{7*7}}${7*7}#{7*7}%1$s");

    private static String form(String language, Typed typed) {
        return new FormPage(PageTexts.in(language), NUMBERS).html(KEY, typed, null);
    }

    private static Typed everything(String value) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String field : fields(form("en", Typed.nothing()))) {
            values.put(field, value);
        }
        return Typed.of(values);
    }

    private static List<String> fields(String page) {
        List<String> fields = new ArrayList<>();
        Matcher names = Pattern.compile(" name=\"([^\"]+)\"").matcher(page);
        while (names.find()) {
            fields.add(names.group(1));
        }
        fields.remove("viewport");
        return fields;
    }

    @ParameterizedTest
    @ValueSource(strings = {"ky", "ru", "en"})
    void both_pages_are_small_and_have_no_script_and_nothing_to_load(String language) {
        PageTexts texts = PageTexts.in(language);
        Map<String, String> allWrong = new LinkedHashMap<>();
        Fields.IN_WORDS.forEach(field -> allWrong.put(field, "error.too-long"));
        allWrong.put(Fields.PERSONS, "error.number");
        for (String page : List.of(
                form(language, Typed.nothing()),
                form(language, Typed.nothing().with(allWrong)),
                new DonePage(texts, NUMBERS).html(ReportCode.numbered(47_240_193), true))) {
            int bytes = page.getBytes(StandardCharsets.UTF_8).length;
            System.out.println(language + ": " + bytes + " bytes");
            assertThat(bytes).isLessThan(MOST_BYTES);
            assertThat(page)
                    .startsWith("<!DOCTYPE html>\n<html lang=\"" + language + "\">")
                    .contains("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                    .doesNotContainPattern(
                            "(?i)<script|<link|<img|<iframe|\\son[a-z]+=|javascript:|@import|url\\(|https?:");
            assertThat(page).contains("href=\"tel:103\"", "href=\"tel:112\"", "href=\"tel:102\"");
            assertThat(page).contains(Html.escaped(texts.get("not-real")), Html.escaped(texts.get("notice")));
        }
    }

    @Test
    void the_policy_lets_only_the_own_style_in_and_forms_only_to_the_register() {
        assertThat(Html.POLICY)
                .matches("default-src 'none'; style-src 'sha256-[A-Za-z0-9+/]{43}='; form-action 'self';"
                        + " base-uri 'none'; frame-ancestors 'none'");
        assertThat(form("en", Typed.nothing())).doesNotContain(" style=");
    }

    @Test
    void hostile_text_stays_text_wherever_it_is_typed() {
        String clean = form("ru", everything(""));
        for (String hostile : HOSTILE) {
            String page = form("ru", everything(hostile));
            assertThat(tags(page)).as(hostile).isEqualTo(tags(clean));
            assertThat(page).doesNotContain("<script").contains(Html.escaped(hostile));
        }
    }

    /** The names of all tags, and the names of their attributes: what was typed can add none. */
    private static List<String> tags(String page) {
        List<String> tags = new ArrayList<>();
        Matcher tag =
                Pattern.compile("<(/?[a-zA-Z0-9]+)((?:[^>\"]|\"[^\"]*\")*)>").matcher(page);
        while (tag.find()) {
            Matcher names = Pattern.compile(" ([a-z-]+)(?:=\"[^\"]*\")?").matcher(tag.group(2));
            StringBuilder shape = new StringBuilder(tag.group(1));
            while (names.find()) {
                shape.append(' ').append(names.group(1));
            }
            tags.add(shape.toString());
        }
        return tags;
    }

    @Test
    void what_was_typed_and_ticked_comes_back_with_the_field_named_in_the_readers_language() {
        Typed typed = Typed.of(Map.of(
                        "words",
                        "\nБиринчи сап\nң ө ү",
                        "danger-now",
                        "yes",
                        "where.unknown",
                        "yes",
                        "hurt-persons",
                        "үч"))
                .with(Map.of("hurt-persons", "error.number"));
        String page = form("ky", typed);
        assertThat(page)
                .contains("\n\nБиринчи сап\nң ө ү</textarea>")
                .contains("name=\"danger-now\" value=\"yes\" checked>")
                .contains("name=\"where.unknown\" value=\"yes\" checked>")
                .contains("value=\"үч\"")
                .contains("<a href=\"#hurt-persons\">Канча адам жабыркады?</a> Сан жазыңыз, мисалы 2 же 3-5.")
                .contains("aria-invalid=\"true\" aria-describedby=\"hurt-persons-hint hurt-persons-error\"")
                .contains("id=\"hurt-persons-error\"")
                .contains("<title>Ката: ")
                .contains("name=\"key\" value=\"" + KEY + "\"");
        assertThat(form("ky", Typed.nothing())).doesNotContain(" checked").doesNotContain("role=\"alert\"");
    }

    @Test
    void every_label_and_message_points_at_something_in_the_page() {
        Map<String, String> errors = new LinkedHashMap<>();
        fields(form("en", Typed.nothing())).stream()
                .filter(field -> PageTexts.in("en").find(field).isPresent() && !field.equals("key"))
                .forEach(field -> errors.put(field, "error.malformed"));
        String page = form("en", Typed.nothing().with(errors));
        Matcher references =
                Pattern.compile("(?: for=\"|href=\"#|describedby=\")([^\"]+)\"").matcher(page);
        int found = 0;
        while (references.find()) {
            for (String id : references.group(1).split(" ")) {
                assertThat(page).contains(" id=\"" + id + "\"");
                found++;
            }
        }
        assertThat(found).isGreaterThan(40);
        assertThat(Pattern.compile(" id=\"([^\"]+)\"").matcher(page).results().map(id -> id.group(1)))
                .doesNotHaveDuplicates();
    }

    @Test
    void asks_every_question_of_reports_and_offers_only_words_of_the_lists() {
        String page = form("en", Typed.nothing());
        Attributes.all().stream()
                .filter(attribute -> attribute.of() == Attribute.Of.REPORT)
                .forEach(question -> assertThat(page).contains(" name=\"" + question.name() + "\""));
        Map.of("connection", "source-connection", "caller-safety", "caller-safety", "call-back", "call-back")
                .forEach((field, list) -> {
                    Matcher values = Pattern.compile("name=\"" + field + "\" value=\"([^\"]+)\"")
                            .matcher(page);
                    assertThat(values.results().map(value -> value.group(1)).toList())
                            .isNotEmpty()
                            .allMatch(Vocabularies.find(list).orElseThrow()::has);
                });
        for (Fields.Consent consent : Fields.CONSENTS) {
            assertThat(Vocabularies.find("consent-recipient").orElseThrow().has(consent.recipient()))
                    .isTrue();
            assertThat(Vocabularies.find("consent-element").orElseThrow().has(consent.element()))
                    .isTrue();
        }
    }

    @Test
    void the_code_stands_in_groups_and_in_words_and_nothing_else_was_told() {
        ReportCode code = ReportCode.numbered(47_240_193);
        assertThat(new DonePage(PageTexts.in("ky"), NUMBERS).html(code, false))
                .contains("<span>572</span> <span>401</span> <span>939</span>")
                .contains("беш жети эки — төрт нөл бир — тогуз үч тогуз")
                .doesNotContain("tel:");
        assertThat(new DonePage(PageTexts.in("ru"), NUMBERS).html(code, true))
                .contains("пять семь два — четыре ноль один — девять три девять")
                .contains("tel:103");
    }

    @Test
    void an_emergency_number_can_be_dialled() {
        assertThat(new EmergencyNumbers("+996312103", "112", "102").html(PageTexts.in("ru")))
                .contains("href=\"tel:+996312103\"");
        for (String wrong : new String[] {"", "1", "103\"><script>", "one-one-two", "103 "}) {
            assertThatThrownBy(() -> new EmergencyNumbers("103", wrong, "102"))
                    .as(wrong)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
