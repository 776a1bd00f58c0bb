package dalil.command.http;

import dalil.command.rule.FieldError;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Why a body is not what the operation takes: where, and in words that do not repeat it. */
final class UnreadableBody {

    private UnreadableBody() {}

    static ResponseEntity<Problem> problem(@Nullable Throwable cause) {
        if (cause instanceof StreamConstraintsException) {
            return of("malformed-json", "nested too deep, or a name or number too long", List.of());
        }
        if (cause instanceof UnrecognizedPropertyException unknown) {
            return of("unknown-field", "a field that this operation does not know", pointer(unknown, "unknown-field"));
        }
        if (cause instanceof DatabindException wrong) {
            return of("wrong-form", "a field of the wrong form", pointer(wrong, "wrong-form"));
        }
        if (cause instanceof JacksonException malformed) {
            var at = malformed.getLocation();
            String where = at == null || at.getLineNr() < 0
                    ? ""
                    : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
            return of("malformed-json", "not well-formed JSON" + where, List.of());
        }
        return of("malformed-json", "a JSON body is required", List.of());
    }

    private static ResponseEntity<Problem> of(String code, String detail, List<FieldError> errors) {
        return Problem.of(HttpStatus.BAD_REQUEST, code, detail, errors);
    }

    private static List<FieldError> pointer(DatabindException failure, String code) {
        StringBuilder pointer = new StringBuilder();
        for (JacksonException.Reference step : failure.getPath()) {
            String name = step.getPropertyName();
            pointer.append(FieldError.step(name == null ? String.valueOf(step.getIndex()) : name));
        }
        return List.of(new FieldError(pointer.toString(), code, detail(failure)));
    }

    private static String detail(DatabindException failure) {
        if (failure instanceof UnrecognizedPropertyException) {
            return "no such field here";
        }
        Class<?> required = failure instanceof MismatchedInputException wrong ? wrong.getTargetType() : null;
        if (required == String.class) {
            return "a text is required";
        }
        if (required == Boolean.class) {
            return "true or false is required";
        }
        if (required != null && Collection.class.isAssignableFrom(required)) {
            return "a list is required";
        }
        return required != null && (required.isRecord() || Map.class.isAssignableFrom(required))
                ? "an object is required"
                : "not of the form that this field takes";
    }
}
