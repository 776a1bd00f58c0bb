package dalil.command.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.command.report.ReportForms.ReportForm;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PageReadingTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static PageReading reading(String... fieldsAndValues) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("words", "Аянтта болдум");
        for (int i = 0; i < fieldsAndValues.length; i += 2) {
            values.put(fieldsAndValues[i], fieldsAndValues[i + 1]);
        }
        return new PageReading(Typed.of(values));
    }

    private static JsonNode report(String... fieldsAndValues) {
        PageReading reading = reading(fieldsAndValues);
        ReportForm report = reading.report("ky");
        assertThat(reading.errors()).isEmpty();
        return JSON.valueToTree(report);
    }

    private static Map<String, String> errors(String... fieldsAndValues) {
        PageReading reading = reading(fieldsAndValues);
        assertThat(reading.report("ky")).isNotNull();
        return reading.errors();
    }

    @Test
    void the_words_alone_are_a_report() {
        JsonNode report = report();
        assertThat(report.get("channel").asString()).isEqualTo("web-page");
        assertThat(report.get("language").asString()).isEqualTo("ky");
        assertThat(report.get("answers")).isEmpty();
        assertThat(report.get("callBack").isNull()).isTrue();
        assertThat(report.at("/consent/limitsExplained").booleanValue()).isTrue();
        assertThat(report.at("/consent/answers")).isEmpty();
        assertThat(errors("words", " \n")).containsExactly(Map.entry("words", "error.words"));
    }

    @Test
    void not_knowing_is_an_answer_and_leaving_open_is_none() {
        JsonNode report = report(
                "danger-now", "yes",
                "care-now", "unknown",
                "hurt-children", "no",
                "where", "Базардын жанында",
                "where.unknown", "yes",
                "when.unknown", "yes",
                "hurt-persons.none", "yes");
        assertThat(report.at("/answers").toString()).isEqualTo("""
                {"danger-now":"yes","care-now":{"answer":"unknown"},"hurt-children":"no","where":"Базардын жанында",\
                "when":{"answer":"unknown"},"hurt-persons":{"answer":"none"}}""");
    }

    @Test
    void a_number_of_people_is_read_as_people_write_it() {
        assertThat(persons("2")).isEqualTo("{\"least\":2,\"greatest\":2}");
        assertThat(persons(" 3 – 5 ")).isEqualTo("{\"least\":3,\"greatest\":5}");
        assertThat(persons("3-5")).isEqualTo("{\"least\":3,\"greatest\":5}");
        assertThat(persons("0")).isEqualTo("{\"answer\":\"none\"}");
        assertThat(report("hurt-persons", "4", "hurt-persons.unknown", "yes")
                        .at("/answers/hurt-persons/least")
                        .intValue())
                .isEqualTo(4);
        for (String wrong : new String[] {"үч", "2 же 3", "-1", "1e9", "99999999", "٣"}) {
            assertThat(errors("hurt-persons", wrong)).as(wrong).containsEntry("hurt-persons", "error.number");
        }
        assertThat(errors("hurt-persons", "2", "hurt-persons.none", "yes"))
                .containsEntry("hurt-persons", "error.either");
        assertThat(errors("hurt-persons.unknown", "yes", "hurt-persons.none", "yes"))
                .containsEntry("hurt-persons", "error.either");
    }

    private static String persons(String typed) {
        return report("hurt-persons", typed).at("/answers/hurt-persons").toString();
    }

    @Test
    void a_contact_is_kept_only_with_leave_to_use_it() {
        JsonNode report = report("call-back", "only-message", "contact", "0555 000 000", "call-how", "Атымды айтпаңыз");
        assertThat(report.at("/callBack/whether").asString()).isEqualTo("only-message");
        assertThat(report.at("/callBack/howSafely").asString()).isEqualTo("Атымды айтпаңыз");
        assertThat(report.at("/callBack/when").isNull()).isTrue();
        assertThat(report("call-back", "no").at("/callBack/whether").asString()).isEqualTo("no");
        assertThat(errors("call-back", "yes")).containsEntry("contact", "error.contact");
        assertThat(errors("contact", "0555 000 000")).containsEntry("call-back", "error.call-back");
        assertThat(errors("call-back", "no", "contact", "0555 000 000")).containsEntry("call-back", "error.call-back");
    }

    @Test
    void consent_is_what_was_said_and_nothing_else() {
        JsonNode answers = report(
                        "may.medical-and-aid.testimony", "given",
                        "may.medical-and-aid.contact", "later",
                        "may.national-investigator.testimony", "refused")
                .at("/consent/answers");
        assertThat(answers).hasSize(2);
        assertThat(Objects.requireNonNull(answers.get(0)).toString())
                .isEqualTo("{\"recipient\":\"medical-and-aid\",\"element\":\"testimony\",\"answer\":\"given\"}");
        assertThat(answers.at("/1/answer").asString()).isEqualTo("refused");
    }
}
