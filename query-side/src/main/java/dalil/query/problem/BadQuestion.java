package dalil.query.problem;

/**
 * A parameter that cannot be understood: answered 400. The detail says what is expected and never repeats the value, which may
 * hold a name.
 */
public final class BadQuestion extends RuntimeException {

    private final String parameter;
    private final String code;

    /**
     * A question that is refused.
     *
     * @param parameter the parameter's name in the query or the path
     * @param code stable, lower-case, for programs: {@code unknown-parameter}, {@code unknown-word}, {@code bad-date} …
     * @param detail one sentence for people
     */
    public BadQuestion(String parameter, String code, String detail) {
        super(detail, null, false, false);
        this.parameter = parameter;
        this.code = code;
    }

    /** The parameter's name in the query or the path. */
    public String parameter() {
        return parameter;
    }

    /** A stable word for programs. */
    public String code() {
        return code;
    }

    /** One sentence for people. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
