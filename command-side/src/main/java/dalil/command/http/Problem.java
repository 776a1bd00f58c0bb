package dalil.command.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dalil.command.rule.FieldError;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * RFC 9457 problem details.
 *
 * @param type a URN that is the same for every problem of the code
 * @param code stable, for programs
 * @param errors the fields at fault, if any
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(String type, String title, int status, String detail, String code, List<FieldError> errors) {

    public static ResponseEntity<Problem> of(HttpStatus status, String code, String detail, List<FieldError> errors) {
        return of(status, code, detail, errors, new HttpHeaders());
    }

    public static ResponseEntity<Problem> of(
            HttpStatus status, String code, String detail, List<FieldError> errors, HttpHeaders headers) {
        String title = code.substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                + code.substring(1).replace('-', ' ');
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(new Problem("urn:dalil:problem:" + code, title, status.value(), detail, code, errors));
    }
}
