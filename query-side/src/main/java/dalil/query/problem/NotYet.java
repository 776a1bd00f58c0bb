package dalil.query.problem;

/** The reader asked for a ledger index that this node has not reached in time: answered 503 with {@code Retry-After}. */
public final class NotYet extends RuntimeException {

    private final long wanted;
    private final long position;

    /**
     * An answer that has to wait.
     *
     * @param wanted the ledger index that was asked for
     * @param position the index of the last fact that this node reflects; -1 if none
     */
    public NotYet(long wanted, long position) {
        super("index " + wanted + " is not reflected here yet; the last one is " + position, null, false, false);
        this.wanted = wanted;
        this.position = position;
    }

    /** The ledger index that was asked for. */
    public long wanted() {
        return wanted;
    }

    /** The index of the last fact that this node reflects; -1 if none. */
    public long position() {
        return position;
    }
}
