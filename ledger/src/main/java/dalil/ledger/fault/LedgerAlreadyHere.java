package dalil.ledger.fault;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** {@code create} found a ledger; it never touches one. */
public final class LedgerAlreadyHere extends LedgerException {

    public LedgerAlreadyHere(Path folder, @Nullable Throwable cause) {
        super("there is a ledger already in " + folder, cause);
    }

    /** @param where without user and password */
    public LedgerAlreadyHere(String where, String what) {
        super("there is a ledger already in " + where + ": " + what, null);
    }
}
