package dalil.query.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.setup.MockMvcBuilders.standaloneSetup;

import dalil.ledger.fault.IntegrityFault;
import dalil.ledger.fault.LedgerUnavailable;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class ProblemsTest {

    private static final String TESTIMONY = "he said his name was";

    private final MockMvc server = standaloneSetup(new Awkward())
            .setControllerAdvice(new ReadProblems(), new RequestProblems())
            .build();

    @RestController
    static final class Awkward {

        @GetMapping("/bad")
        String bad() {
            throw new BadQuestion("from", "bad-date", "an EDTF level 1 date is expected, such as 2020-10-05");
        }

        @GetMapping("/not-yet")
        String notYet() {
            throw new NotYet(12, 9);
        }

        @GetMapping("/unknown")
        String unknown() {
            throw new UnknownRecord("incident");
        }

        @GetMapping("/altered")
        String altered() {
            throw IntegrityFault.at(41, "altered payload section");
        }

        @GetMapping("/gone")
        String gone() {
            throw new LedgerUnavailable(LedgerUnavailable.Reason.BUSY, "MongoDB does not answer: " + TESTIMONY);
        }

        @GetMapping("/broken")
        String broken() {
            throw new IllegalStateException(TESTIMONY);
        }

        @GetMapping(path = "/typed", produces = MediaType.APPLICATION_JSON_VALUE)
        String typed(@RequestParam("limit") int limit) {
            return "[" + limit + "]";
        }
    }

    @Test
    void a_bad_question_names_its_parameter() throws Exception {
        JsonNode problem = problem(400, "bad-date", get("/bad"));

        assertThat(problem.get("type").stringValue()).isEqualTo("urn:dalil:problem:bad-date");
        assertThat(problem.get("title").stringValue()).isEqualTo("Bad date");
        assertThat(problem.get("detail").stringValue()).startsWith("an EDTF level 1 date");
        assertThat(problem.at("/errors/0/parameter").stringValue()).isEqualTo("from");
        assertThat(problem.at("/errors/0/code").stringValue()).isEqualTo("bad-date");
        assertThat(problem.at("/errors/0").has("pointer")).isFalse();
    }

    @Test
    void not_yet_says_when_to_come_back_and_where_this_node_stands() throws Exception {
        MockHttpServletResponse response =
                server.perform(get("/not-yet")).andReturn().getResponse();

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("1");
        assertThat(response.getHeader("Dalil-Position")).isEqualTo("9");
        assertThat(response.getContentAsString()).contains("\"not-yet\"");
    }

    @Test
    void an_unknown_id_is_not_found() throws Exception {
        problem(404, "unknown-id", get("/unknown"));
    }

    @Test
    void an_integrity_fault_names_the_index() throws Exception {
        assertThat(problem(503, "integrity-fault", get("/altered"))
                        .get("detail")
                        .stringValue())
                .contains("index 41");
    }

    @Test
    void a_store_that_does_not_answer_is_for_later() throws Exception {
        assertThat(problem(503, "ledger-busy", get("/gone")).toString()).doesNotContain(TESTIMONY);
        assertThat(server.perform(get("/gone")).andReturn().getResponse().getHeader("Retry-After"))
                .isEqualTo("2");
    }

    @Test
    void a_failure_says_nothing_of_what_it_was_about() throws Exception {
        JsonNode problem = problem(500, "internal", get("/broken"));

        assertThat(problem.toString()).doesNotContain(TESTIMONY).doesNotContain("Exception");
    }

    @Test
    void a_parameter_that_is_missing_or_of_another_type_is_named() throws Exception {
        assertThat(problem(400, "missing-parameter", get("/typed"))
                        .at("/errors/0/parameter")
                        .stringValue())
                .isEqualTo("limit");
        JsonNode problem = problem(400, "bad-value", get("/typed?limit=" + TESTIMONY));
        assertThat(problem.at("/errors/0/parameter").stringValue()).isEqualTo("limit");
        assertThat(problem.toString()).doesNotContain(TESTIMONY);
    }

    @Test
    void another_method_path_or_media_type_is_a_problem_too() throws Exception {
        problem(405, "method-not-allowed", delete("/bad"));
        problem(404, "unknown-path", get("/nowhere"));
        problem(406, "not-acceptable", get("/typed?limit=1").accept(MediaType.APPLICATION_PDF));
    }

    @Test
    void the_methods_that_are_allowed_are_named() throws Exception {
        assertThat(server.perform(delete("/bad")).andReturn().getResponse().getHeader("Allow"))
                .contains("GET");
    }

    private JsonNode problem(int status, String code, RequestBuilder request) throws Exception {
        MockHttpServletResponse response = server.perform(request).andReturn().getResponse();
        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(response.getContentType()).isEqualTo("application/problem+json");
        JsonNode problem = JsonMapper.shared().readTree(response.getContentAsByteArray());
        assertThat(problem.get("status").intValue()).isEqualTo(status);
        assertThat(problem.get("code").stringValue()).isEqualTo(code);
        return problem;
    }
}
