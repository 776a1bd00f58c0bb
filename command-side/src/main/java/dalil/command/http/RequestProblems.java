package dalil.command.http;

import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** Requests with a body that no operation takes; they reach no endpoint, so no package can be told from them. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class RequestProblems {

    @ExceptionHandler
    ResponseEntity<Problem> mediaType(HttpMediaTypeNotSupportedException failure) {
        return unsupported();
    }

    static ResponseEntity<Problem> unsupported() {
        return Problem.of(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "unsupported-media-type",
                "a body of type application/json is required",
                List.of());
    }

    @ExceptionHandler
    ResponseEntity<Problem> upload(MaxUploadSizeExceededException failure) {
        return Problem.of(
                HttpStatus.CONTENT_TOO_LARGE, "too-large", "the files are larger than an import takes", List.of());
    }

    @ExceptionHandler
    ResponseEntity<Problem> parts(MultipartException failure) {
        return Problem.of(HttpStatus.BAD_REQUEST, "malformed", "the parts of the form cannot be read", List.of());
    }
}
