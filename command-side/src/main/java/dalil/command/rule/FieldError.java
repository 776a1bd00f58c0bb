package dalil.command.rule;

/**
 * One thing that is wrong with one field.
 *
 * @param pointer RFC 6901 JSON pointer to the field, for example {@code /claims/0/value/lat}
 * @param code a stable word, for example {@code out-of-range}
 * @param detail for the person who sent it; never repeats protected content
 */
public record FieldError(String pointer, String code, String detail) {

    private static final int MAX_NAME = 60;

    /** One step of a pointer (RFC 6901): the name of a member. A name that somebody made up may be long. */
    public static String step(String name) {
        String cut = name.length() > MAX_NAME ? name.substring(0, MAX_NAME) + "…" : name;
        return "/" + cut.replace("~", "~0").replace("/", "~1");
    }

    /** The same error seen from one level further out. */
    public FieldError under(String prefix) {
        return new FieldError(prefix + pointer, code, detail);
    }
}
