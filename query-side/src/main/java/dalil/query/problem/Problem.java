package dalil.query.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * RFC 9457 problem details.
 *
 * @param type {@code urn:dalil:problem:} and the code
 * @param title the code in words
 * @param detail one sentence for people, without anything of a record
 * @param code a stable word for programs
 * @param errors what exactly was wrong, as far as there are parts to name
 */
record Problem(URI type, String title, int status, String detail, String code, List<Fault> errors) {

    /**
     * One thing that was wrong.
     *
     * @param pointer JSON pointer into the body; reads have none
     * @param parameter name of the parameter in the query or the path; null where it is none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Fault(@Nullable String pointer, @Nullable String parameter, String code, String detail) {

        static Fault ofParameter(String parameter, String code, String detail) {
            return new Fault(null, parameter, code, detail);
        }
    }

    static Problem of(HttpStatus status, String code, String detail, Fault... errors) {
        return new Problem(
                URI.create("urn:dalil:problem:" + code),
                code.substring(0, 1).toUpperCase(Locale.ROOT)
                        + code.substring(1).replace('-', ' '),
                status.value(),
                detail,
                code,
                List.of(errors));
    }

    /** The answer that carries it, {@code application/problem+json} whatever the reader asked for. */
    ResponseEntity.BodyBuilder respond() {
        return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }
}
