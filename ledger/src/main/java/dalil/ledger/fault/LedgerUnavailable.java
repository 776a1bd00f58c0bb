package dalil.ledger.fault;

import org.jspecify.annotations.Nullable;

/**
 * The ledger does not take appends just now. Reads go on. Nothing of the append was stored, save where {@link Reason#FAILED} and
 * {@link Reason#UNKNOWN} say so.
 */
public final class LedgerUnavailable extends LedgerException {

    /** Why, with the stable code that a problem answer carries. */
    public enum Reason {
        /**
         * A write or fsync failed and the process is expected to stop, or a fact was found altered. Whether the append that met the
         * failure is stored is known only after the next start, by its request id.
         */
        FAILED("ledger-failed"),
        /**
         * The store did not say in time whether it took the append. Appends go on once it answers; asking again with the same request
         * id tells, and does not store it twice.
         */
        UNKNOWN("outcome-unknown"),
        /** No space left. Appends work again once there is some. */
        FULL("ledger-full"),
        /** The clock is more than ten minutes behind what was recorded or signed last. */
        CLOCK_BEHIND("clock-behind"),
        /** Too many appends wait, another program holds the file's write lock, or the store's server does not answer. */
        BUSY("ledger-busy"),
        READ_ONLY("ledger-read-only"),
        /** The ledger ends before the last checkpoint that was signed for it: an older copy was put in its place. */
        BEHIND_CHECKPOINT("behind-checkpoint"),
        /** The ledger is not the one that the last checkpoint was signed for. */
        CONTRADICTS_CHECKPOINT("contradicts-checkpoint"),
        CLOSED("ledger-closed");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    private final Reason reason;

    public LedgerUnavailable(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public LedgerUnavailable(Reason reason, String message) {
        this(reason, message, null);
    }

    public Reason reason() {
        return reason;
    }
}
