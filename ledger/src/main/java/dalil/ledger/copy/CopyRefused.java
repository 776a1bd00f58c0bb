package dalil.ledger.copy;

import dalil.ledger.fault.LedgerException;

/** Nothing was copied, or not all of it, or it did not come out the same; the target does not open. */
public final class CopyRefused extends LedgerException {

    public CopyRefused(String message) {
        super(message, null);
    }
}
