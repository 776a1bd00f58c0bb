package dalil.ledger.fault;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Another process, or another part of this one, writes to the ledger in this folder. */
public final class FolderInUse extends LedgerException {

    public FolderInUse(Path folder, @Nullable Throwable cause) {
        super("in use by another writer: " + folder, cause);
    }
}
