package dalil.query.problem;

import dalil.ledger.fault.IntegrityFault;
import dalil.ledger.fault.LedgerUnavailable;
import dalil.query.problem.Problem.Fault;
import dalil.query.wire.Standpoint;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** What goes wrong inside an endpoint of the read side. */
@RestControllerAdvice(basePackages = "dalil.query")
public class ReadProblems {

    private static final Logger LOG = LoggerFactory.getLogger(ReadProblems.class);
    private static final String RETRY_SECONDS = "1";

    @ExceptionHandler
    ResponseEntity<Problem> badQuestion(BadQuestion bad) {
        return answer(Problem.of(
                HttpStatus.BAD_REQUEST,
                bad.code(),
                bad.detail(),
                Fault.ofParameter(bad.parameter(), bad.code(), bad.detail())));
    }

    @ExceptionHandler
    ResponseEntity<Problem> notYet(NotYet notYet) {
        Problem problem = Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "not-yet", String.valueOf(notYet.getMessage()));
        return problem.respond()
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .header(Standpoint.HEADER, Long.toString(notYet.position()))
                .body(problem);
    }

    @ExceptionHandler
    ResponseEntity<Problem> tooManyGuesses(TooManyGuesses guesses) {
        Problem problem =
                Problem.of(HttpStatus.TOO_MANY_REQUESTS, "too-many-guesses", String.valueOf(guesses.getMessage()));
        return problem.respond()
                .header(HttpHeaders.RETRY_AFTER, Long.toString(guesses.seconds()))
                .body(problem);
    }

    @ExceptionHandler
    ResponseEntity<Problem> unknownRecord(UnknownRecord unknown) {
        String detail = String.valueOf(unknown.getMessage());
        return answer(Problem.of(
                HttpStatus.NOT_FOUND,
                unknown.code(),
                detail,
                Fault.ofParameter(unknown.parameter(), unknown.code(), detail)));
    }

    /** The store's server does not answer, or the ledger is closed or failed; the code is the one that writes are refused with. */
    @ExceptionHandler
    ResponseEntity<Problem> unavailable(LedgerUnavailable unavailable, HttpServletResponse response) {
        LOG.warn("a read was put off: {}", unavailable.getMessage());
        if (response.isCommitted()) {
            throw unavailable; // as below
        }
        boolean soonOver = unavailable.reason() == LedgerUnavailable.Reason.BUSY;
        Problem problem = Problem.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                unavailable.reason().code(),
                "the ledger cannot be read just now; ask again later");
        return problem.respond()
                .header(HttpHeaders.RETRY_AFTER, soonOver ? "2" : "30")
                .body(problem);
    }

    /** The index says where the audit has to look; what is wrong there is for the log. */
    @ExceptionHandler
    ResponseEntity<Problem> integrityFault(IntegrityFault fault) {
        LOG.error("integrity fault: {}", fault.getMessage());
        String where = fault.index().isPresent() ? "at index " + fault.index().getAsLong() : "in the ledger as a whole";
        return answer(Problem.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "integrity-fault",
                "what is stored " + where + " is not what was recorded; run the audit"));
    }

    @ExceptionHandler
    ResponseEntity<Problem> wrongType(MethodArgumentTypeMismatchException mismatch) {
        String parameter = mismatch.getName();
        String detail = "the parameter is not of the form it should have";
        return answer(Problem.of(
                HttpStatus.BAD_REQUEST, "bad-value", detail, Fault.ofParameter(parameter, "bad-value", detail)));
    }

    @ExceptionHandler
    ResponseEntity<Problem> missing(MissingServletRequestParameterException missing) {
        String detail = "the parameter has to be there";
        return answer(Problem.of(
                HttpStatus.BAD_REQUEST,
                "missing-parameter",
                detail,
                Fault.ofParameter(missing.getParameterName(), "missing-parameter", detail)));
    }

    /** Anything else is our fault. Its message stays here: it may quote a record, so not even the log gets it. */
    @ExceptionHandler
    @Nullable ResponseEntity<Problem> unexpected(Exception unexpected, HttpServletResponse response) throws Exception {
        Optional<ResponseEntity<Problem>> known = RequestProblems.of(unexpected);
        if (known.isPresent()) {
            return known.get();
        }
        LOG.error("a read failed: {} at {}", unexpected.getClass().getName(), ours(unexpected));
        if (response.isCommitted()) {
            throw unexpected; // the server then breaks the connection: half an export must not look whole
        }
        return answer(Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "internal", "the read side failed to answer this"));
    }

    private static @Nullable StackTraceElement ours(Exception failure) {
        for (StackTraceElement frame : failure.getStackTrace()) {
            if (frame.getClassName().startsWith("dalil.")) {
                return frame;
            }
        }
        return null;
    }

    private static ResponseEntity<Problem> answer(Problem problem) {
        return problem.respond().body(problem);
    }
}
