package dalil.ledger.fault;

import org.jspecify.annotations.Nullable;

/** Everything the ledger refuses or finds wrong. Messages carry ids and indexes, never content. */
public abstract class LedgerException extends RuntimeException {

    protected LedgerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
