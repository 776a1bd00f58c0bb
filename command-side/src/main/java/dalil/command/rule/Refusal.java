package dalil.command.rule;

import java.util.List;

/** A command that is refused, with a stable code and, where one is at fault, the fields. Nothing was recorded. */
public final class Refusal extends RuntimeException {

    /** What sort of no it is; the wire turns it into a status. */
    public enum Kind {
        /** The content is understood and cannot stand: 422. */
        INVALID,
        /** There is no such record or part: 404. */
        UNKNOWN,
        /** It contradicts what is on record: 409. */
        CONFLICT
    }

    private final transient Kind kind;
    private final String code;
    private final transient List<FieldError> errors;

    private Refusal(Kind kind, String code, String message, List<FieldError> errors) {
        super(message);
        this.kind = kind;
        this.code = code;
        this.errors = errors;
    }

    /** Something in the command breaks a rule. */
    public static Refusal because(String code, String message) {
        return new Refusal(Kind.INVALID, code, message, List.of());
    }

    /** The command contradicts what is on record. */
    public static Refusal conflict(String code, String message) {
        return new Refusal(Kind.CONFLICT, code, message, List.of());
    }

    /** The record or the part that the command is addressed to is not there. */
    public static Refusal unknown(String what) {
        return new Refusal(Kind.UNKNOWN, "unknown-id", what, List.of());
    }

    /** One field is wrong. */
    public static Refusal field(String pointer, String code, String detail) {
        return fields(List.of(new FieldError(pointer, code, detail)));
    }

    /** At least one field is wrong; the code is theirs if they share one, else {@code invalid}. */
    public static Refusal fields(List<FieldError> errors) {
        FieldError first = errors.get(0);
        boolean alike = errors.stream().allMatch(e -> e.code().equals(first.code()));
        String message = errors.size() == 1
                ? first.pointer() + ": " + first.detail()
                : errors.size() + " fields cannot be recorded as they are";
        return new Refusal(Kind.INVALID, alike ? first.code() : "invalid", message, List.copyOf(errors));
    }

    /**
     * The same, seen from one level further out: its fields are in a part of a larger form. Where no field is named, the part is; a record
     * that is not there is then not the one that was addressed, but one that a field names.
     */
    public Refusal under(String prefix) {
        if (!errors.isEmpty()) {
            return fields(errors.stream().map(error -> error.under(prefix)).toList());
        }
        String why = String.valueOf(getMessage());
        return new Refusal(
                kind == Kind.UNKNOWN ? Kind.INVALID : kind,
                code,
                prefix + ": " + why,
                List.of(new FieldError(prefix, code, why)));
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    /** The fields at fault; empty where it is the command as a whole. */
    public List<FieldError> errors() {
        return errors;
    }
}
