package dalil.ledger.audit;

import dalil.ledger.fault.KeyUnavailable;
import dalil.ledger.key.KeyFolder;
import dalil.ledger.key.LastSigned;
import dalil.transparency.note.VerifierKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the one who asks holds apart from the data.
 *
 * @param vkeys that checkpoints may be signed with; none means that nobody vouches for any
 * @param outside the last signed checkpoint in the key folder
 */
public record AuditKeys(List<VerifierKey> vkeys, @Nullable LastSigned outside) {

    /** Nothing but the data. */
    public static final AuditKeys NONE = new AuditKeys(List.of(), null);

    public AuditKeys {
        vkeys = List.copyOf(vkeys);
    }

    /**
     * What a key folder says, and further keys. Read it before the ledger is: what is kept outside now, a ledger that is read later
     * must have.
     *
     * @throws KeyUnavailable if the folder cannot be read
     */
    public static AuditKeys of(Path folder, List<VerifierKey> more) {
        LastSigned outside = KeyFolder.lastSigned(folder).orElse(null);
        List<VerifierKey> vkeys = new ArrayList<>(more);
        VerifierKey own = KeyFolder.publicKey(folder);
        if (!vkeys.contains(own)) {
            vkeys.add(own);
        }
        return new AuditKeys(vkeys, outside);
    }
}
