package dalil.query.problem;

import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * Requests that reach no endpoint at all, so that no package can be told from them: another path, method or media type. Last in
 * order: where the write side has an answer of its own, that one counts.
 */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
public class RequestProblems {

    @ExceptionHandler({
        HttpRequestMethodNotSupportedException.class,
        HttpMediaTypeNotAcceptableException.class,
        NoHandlerFoundException.class,
        NoResourceFoundException.class
    })
    ResponseEntity<Problem> unreachable(Exception failure) throws Exception {
        return of(failure).orElseThrow(() -> failure);
    }

    /** The framework's own errors, told by status; empty if it is none of those. */
    static Optional<ResponseEntity<Problem>> of(Exception failure) {
        if (!(failure instanceof ErrorResponse response)) {
            return Optional.empty();
        }
        HttpStatusCode code = response.getStatusCode();
        Problem problem = switch (code.value()) {
            case 404 -> Problem.of(HttpStatus.NOT_FOUND, "unknown-path", "nothing is answered under this path");
            case 405 ->
                Problem.of(HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed", "this path does not take this method");
            case 406 ->
                Problem.of(
                        HttpStatus.NOT_ACCEPTABLE, "not-acceptable", "none of the media types asked for is given here");
            default ->
                code.is4xxClientError()
                        ? Problem.of(HttpStatus.BAD_REQUEST, "bad-request", "the request is not understood")
                        : null;
        };
        return Optional.ofNullable(problem).map(p -> {
            HttpHeaders headers = response.getHeaders(); // Allow, Accept
            return p.respond().headers(headers).body(p);
        });
    }
}
