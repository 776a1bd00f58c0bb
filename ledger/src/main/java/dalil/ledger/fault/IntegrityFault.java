package dalil.ledger.fault;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What is stored is not what was recorded. Not recoverable by trying again: appending stops, readiness goes down, and the audit
 * says everything that is wrong.
 */
public final class IntegrityFault extends LedgerException {

    private final OptionalLong index;

    private IntegrityFault(OptionalLong index, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.index = index;
    }

    public static IntegrityFault at(long index, String what) {
        return new IntegrityFault(OptionalLong.of(index), "index " + index + ": " + what, null);
    }

    public static IntegrityFault at(long index, String what, Throwable cause) {
        return new IntegrityFault(OptionalLong.of(index), "index " + index + ": " + what, cause);
    }

    /** Something that belongs to no single fact: the head, the case. */
    public static IntegrityFault ofLedger(String what) {
        return new IntegrityFault(OptionalLong.empty(), what, null);
    }

    /** The first fact known to be wrong; empty when the fault is the ledger's as a whole. */
    public OptionalLong index() {
        return index;
    }
}
