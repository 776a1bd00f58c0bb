package dalil.query.problem;

/** Nothing is recorded under that id, or was at the index asked for: answered 404 {@code unknown-id}. */
public final class UnknownRecord extends RuntimeException {

    /** @param kind what was looked for, such as {@code incident} */
    public UnknownRecord(String kind) {
        super("no " + kind + " is recorded under this id at this index", null, false, false);
    }
}
