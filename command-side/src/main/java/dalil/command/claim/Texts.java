package dalil.command.claim;

import dalil.command.rule.FieldError;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a text may be, wherever it comes from. */
public final class Texts {

    /** A line: a title, a label, a name. In characters. */
    public static final int MAX_LINE = 500;
    /** A narrative, in bytes of UTF-8. */
    public static final int MAX_NARRATIVE = 256 * 1024;
    /** A reason or a quotation, in bytes of UTF-8. */
    public static final int MAX_NOTE = 16 * 1024;

    private Texts() {}

    /** What is wrong with a text on one line; empty if nothing. */
    public static List<FieldError> line(String pointer, @Nullable String text) {
        List<FieldError> errors = present(pointer, text);
        if (text == null || !errors.isEmpty()) {
            return errors;
        }
        if (text.length() > MAX_LINE) {
            return List.of(new FieldError(pointer, "too-long", "at most " + MAX_LINE + " characters"));
        }
        if (text.chars().anyMatch(c -> c < 0x20 || c == 0x7f || c == 0x85 || c == 0x2028 || c == 0x2029)) {
            return List.of(new FieldError(pointer, "malformed", "one line, without control characters"));
        }
        return List.of();
    }

    /** What is wrong with a text of several lines; empty if nothing. */
    public static List<FieldError> body(String pointer, @Nullable String text, int maxBytes) {
        List<FieldError> errors = present(pointer, text);
        if (text == null || !errors.isEmpty()) {
            return errors;
        }
        if (text.getBytes(StandardCharsets.UTF_8).length > maxBytes) {
            return List.of(new FieldError(pointer, "too-long", "at most " + maxBytes / 1024 + " KiB of text"));
        }
        if (text.chars().anyMatch(c -> c < 0x20 && c != '\n' && c != '\r' && c != '\t')) {
            return List.of(new FieldError(pointer, "malformed", "no control characters but line breaks and tabs"));
        }
        return List.of();
    }

    /** What is wrong with a UUID; empty if nothing. Only the canonical lower-case form names a record. */
    public static List<FieldError> uuid(String pointer, @Nullable String text) {
        if (text == null) {
            return List.of(new FieldError(pointer, "missing", "a UUID is required"));
        }
        return isUuid(text)
                ? List.of()
                : List.of(new FieldError(pointer, "malformed", "a UUID in lower case is required"));
    }

    /** Whether this is a UUID in its canonical lower-case form. */
    public static boolean isUuid(String text) {
        try {
            return text.length() == 36 && UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException notOne) {
            return false;
        }
    }

    private static List<FieldError> present(String pointer, @Nullable String text) {
        List<FieldError> errors = new ArrayList<>(1);
        if (text == null || text.isBlank()) {
            errors.add(new FieldError(pointer, "missing", "a text is required"));
        } else if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            errors.add(new FieldError(pointer, "malformed", "not well-formed Unicode: a lone surrogate"));
        }
        return errors;
    }
}
