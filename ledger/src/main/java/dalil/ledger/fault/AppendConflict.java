package dalil.ledger.fault;

/** Somebody else was first with an event id, or with the next place in a stream. Nothing of the append was stored. */
public final class AppendConflict extends LedgerException {

    /** Which key was not free. */
    public enum Key {
        EVENT_ID,
        SEQUENCE
    }

    private final Key key;
    private final int position;

    public AppendConflict(Key key, int position, String message) {
        super(message, null);
        this.key = key;
        this.position = position;
    }

    public Key key() {
        return key;
    }

    /** Which fact of the append, counted from 0. */
    public int position() {
        return position;
    }
}
