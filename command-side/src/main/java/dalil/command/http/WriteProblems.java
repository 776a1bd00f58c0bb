package dalil.command.http;

import dalil.command.Recorder.RequestIdReused;
import dalil.command.Recorder.StaleVersion;
import dalil.command.http.WriteCall.MalformedHeader;
import dalil.command.http.WriteCall.PreconditionRequired;
import dalil.command.rule.FieldError;
import dalil.command.rule.Refusal;
import dalil.ledger.fault.AppendTooLarge;
import dalil.ledger.fault.IntegrityFault;
import dalil.ledger.fault.LedgerUnavailable;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Turns what went wrong with a write into problem details that name the field and the reason, and no content. */
@RestControllerAdvice(basePackages = "dalil.command")
@Order(Ordered.HIGHEST_PRECEDENCE)
class WriteProblems {

    private static final Logger LOG = LoggerFactory.getLogger(WriteProblems.class);

    @ExceptionHandler
    ResponseEntity<Problem> refused(Refusal refusal) {
        HttpStatus status = switch (refusal.kind()) {
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
            case UNKNOWN -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
        };
        return Problem.of(status, refusal.code(), String.valueOf(refusal.getMessage()), refusal.errors());
    }

    @ExceptionHandler
    ResponseEntity<Problem> unreadable(HttpMessageNotReadableException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyLimit.BodyTooLarge) {
                return BodyLimit.problem();
            }
        }
        return UnreadableBody.problem(failure.getCause());
    }

    @ExceptionHandler
    ResponseEntity<Problem> reused(RequestIdReused failure) {
        return Problem.of(
                HttpStatus.CONFLICT, "idempotency-key-reused", String.valueOf(failure.getMessage()), List.of());
    }

    @ExceptionHandler
    ResponseEntity<Problem> stale(StaleVersion failure) {
        HttpHeaders headers = new HttpHeaders();
        headers.setETag("\"" + failure.current() + "\"");
        return Problem.of(
                HttpStatus.PRECONDITION_FAILED,
                "stale-version",
                String.valueOf(failure.getMessage()),
                List.of(),
                headers);
    }

    @ExceptionHandler
    ResponseEntity<Problem> required(PreconditionRequired failure) {
        return Problem.of(
                HttpStatus.PRECONDITION_REQUIRED, "version-required", String.valueOf(failure.getMessage()), List.of());
    }

    @ExceptionHandler
    ResponseEntity<Problem> header(MalformedHeader failure) {
        return Problem.of(
                HttpStatus.BAD_REQUEST,
                "malformed-header",
                String.valueOf(failure.getMessage()),
                List.of(new FieldError("", "malformed", String.valueOf(failure.getMessage()))));
    }

    @ExceptionHandler
    ResponseEntity<Problem> tooMuch(AppendTooLarge failure) {
        return Problem.of(HttpStatus.CONTENT_TOO_LARGE, "too-large", "more than one append may hold", List.of());
    }

    @ExceptionHandler
    ResponseEntity<Problem> unavailable(LedgerUnavailable failure) {
        HttpHeaders headers = new HttpHeaders();
        boolean soonOver = failure.reason() == LedgerUnavailable.Reason.BUSY;
        headers.set(HttpHeaders.RETRY_AFTER, soonOver ? "2" : "30");
        return Problem.of(
                statusOf(failure), failure.reason().code(), String.valueOf(failure.getMessage()), List.of(), headers);
    }

    private static HttpStatus statusOf(LedgerUnavailable failure) {
        return failure.reason() == LedgerUnavailable.Reason.FULL
                ? HttpStatus.INSUFFICIENT_STORAGE
                : HttpStatus.SERVICE_UNAVAILABLE;
    }

    @ExceptionHandler
    ResponseEntity<Problem> altered(IntegrityFault failure) {
        return Problem.of(
                HttpStatus.SERVICE_UNAVAILABLE, "integrity-fault", String.valueOf(failure.getMessage()), List.of());
    }

    /** Anything else is our fault. Its message may quote what was sent, so nobody gets it, not even the log. */
    @ExceptionHandler
    ResponseEntity<Problem> unexpected(Exception failure) throws Exception {
        if (failure instanceof ErrorResponse) {
            throw failure; // the framework's own, answered where requests that reach no operation are
        }
        StackTraceElement[] trace = failure.getStackTrace();
        LOG.error("a write failed: {} at {}", failure.getClass().getName(), trace.length == 0 ? "" : trace[0]);
        return Problem.of(
                HttpStatus.INTERNAL_SERVER_ERROR, "internal", "the write side failed to answer this", List.of());
    }
}
