package dalil.query.problem;

/** Nothing of that name is recorded, or was at the index asked for: answered 404. */
public final class UnknownRecord extends RuntimeException {

    private final String parameter;
    private final String code;

    /** @param kind what was looked for by its id, such as {@code incident}; the code is {@code unknown-id} */
    public UnknownRecord(String kind) {
        this("id", "unknown-id", "no " + kind + " is recorded under this id at this index");
    }

    private UnknownRecord(String parameter, String code, String detail) {
        super(detail, null, false, false);
        this.parameter = parameter;
        this.code = code;
    }

    /** A vocabulary that is not there: {@code unknown-list}. */
    public static UnknownRecord list() {
        return new UnknownRecord("list", "unknown-list", "no vocabulary has this name");
    }

    /** A code that no report has: {@code unknown-code}. */
    public static UnknownRecord ofCode() {
        return new UnknownRecord("code", "unknown-code", "no report has this code at this index");
    }

    /** The parameter's name in the path. */
    public String parameter() {
        return parameter;
    }

    /** A stable word for programs. */
    public String code() {
        return code;
    }
}
