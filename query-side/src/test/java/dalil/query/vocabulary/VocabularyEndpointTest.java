package dalil.query.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.setup.MockMvcBuilders.standaloneSetup;

import dalil.events.vocabulary.Vocabularies;
import dalil.query.problem.ReadProblems;
import dalil.query.wire.Standpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class VocabularyEndpointTest {

    private final MockMvc server = standaloneSetup(new VocabularyEndpoint(new EmptyLedger()))
            .setControllerAdvice(new ReadProblems())
            .build();

    private static final class EmptyLedger implements Standpoint.Reflection {

        @Override
        public long size() {
            return 0;
        }

        @Override
        public boolean awaitSize(long size, Duration timeout) {
            return size <= 0;
        }

        @Override
        public OptionalLong indexAt(Instant recorded) {
            return OptionalLong.empty();
        }

        @Override
        public Instant now() {
            return Instant.EPOCH;
        }
    }

    @Test
    void the_position_is_given_as_everywhere() throws Exception {
        assertThat(server.perform(get("/api/vocabularies/weapon"))
                        .andReturn()
                        .getResponse()
                        .getHeader("Dalil-Position"))
                .isEqualTo("-1");
        assertThat(read(503, "/api/vocabularies/weapon?atLeast=0").get("code").stringValue())
                .isEqualTo("not-yet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ru", "ky"})
    void gives_every_code_its_label_and_says_whether_a_person_has_reviewed_the_language(String language)
            throws Exception {
        JsonNode weapons = read(200, "/api/vocabularies/weapon?language=" + language);

        assertThat(weapons.get("terms").size())
                .isEqualTo(Vocabularies.find("weapon").orElseThrow().terms().size());
        assertThat(weapons.at("/terms/0/label").stringValue()).isNotBlank();
        assertThat(weapons.at("/language/code").stringValue()).isEqualTo(language);
        assertThat(weapons.at("/language/notice").stringValue()).isEqualTo(Vocabularies.notice(language));
        assertThat(weapons.at("/language/reviewed").booleanValue())
                .isEqualTo(!Vocabularies.reviewer(language).contains("unreviewed"));
    }

    @Test
    void english_is_given_where_no_language_is_asked_for() throws Exception {
        assertThat(read(200, "/api/vocabularies/yes-no").at("/language/code").stringValue())
                .isEqualTo("en");
    }

    @Test
    void names_all_lists_and_where_each_is() throws Exception {
        JsonNode all = read(200, "/api/vocabularies?language=ky");

        assertThat(all.get("vocabularies").size()).isEqualTo(Vocabularies.all().size());
        for (JsonNode list : all.get("vocabularies")) {
            assertThat(read(200, list.get("href").stringValue()).get("terms").size())
                    .isEqualTo(list.get("terms").intValue());
        }
    }

    @Test
    void refuses_a_list_or_a_language_that_is_not_there() throws Exception {
        assertThat(read(404, "/api/vocabularies/nonsense").get("code").stringValue())
                .isEqualTo("unknown-list");
        assertThat(read(400, "/api/vocabularies/weapon?language=fr").get("code").stringValue())
                .isEqualTo("unknown-language");
    }

    private JsonNode read(int status, String path) throws Exception {
        MockHttpServletResponse response = server.perform(get(path)).andReturn().getResponse();
        assertThat(response.getStatus()).as(path).isEqualTo(status);
        return JsonMapper.shared().readTree(response.getContentAsByteArray());
    }
}
