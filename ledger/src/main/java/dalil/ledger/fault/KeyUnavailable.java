package dalil.ledger.fault;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The log's key, or what is kept beside it, cannot be used; nothing can be signed. Messages never repeat a key or a passphrase. */
public final class KeyUnavailable extends LedgerException {

    public KeyUnavailable(Path folder, String why, @Nullable Throwable cause) {
        super("key folder " + folder + ": " + why, cause);
    }
}
