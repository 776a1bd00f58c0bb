package dalil.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.command.record.RecordForms.ReviewForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class UnreadableBodyTest {

    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"coherent\":\"maybe\"}|/coherent|true or false is required",
                "{\"covers\":\"existence\"}|/covers|a list is required",
                "{\"evidence\":\"visual\"}|/evidence|an object is required",
                "{\"covers\":[[]]}|/covers/0|a text is required",
                "[]||an object is required",
                "{\"sure\":true}|/sure|no such field here"
            })
    void says_where_it_is_and_what_is_required_there(String body, String pointer, String detail) {
        var error = problem(body).errors().get(0);
        assertThat(error.pointer()).isEqualTo(pointer == null ? "" : pointer);
        assertThat(error.detail()).isEqualTo(detail);
    }

    @Test
    void a_long_name_is_cut_and_its_slash_is_no_step() {
        assertThat(problem("{\"a/" + "b".repeat(80) + "\":1}").errors().get(0).pointer())
                .isEqualTo("/a~1" + "b".repeat(58) + "…");
    }

    private Problem problem(String body) {
        try {
            json.readValue(body, ReviewForm.class);
            throw new AssertionError("was read");
        } catch (JacksonException failure) {
            return java.util.Objects.requireNonNull(
                    UnreadableBody.problem(failure).getBody());
        }
    }
}
