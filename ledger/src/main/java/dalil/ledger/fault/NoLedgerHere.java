package dalil.ledger.fault;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** There is no ledger in this folder or database, or it is unreadable. {@code create} makes one; {@code open} never does. */
public final class NoLedgerHere extends LedgerException {

    public NoLedgerHere(Path folder, @Nullable Throwable cause) {
        super("no ledger can be opened in " + folder, cause);
    }

    /** @param where without user and password */
    public NoLedgerHere(String where, String why, @Nullable Throwable cause) {
        super("no ledger can be opened in " + where + ": " + why, cause);
    }
}
