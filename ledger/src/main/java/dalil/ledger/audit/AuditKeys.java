package dalil.ledger.audit;

import dalil.ledger.audit.outside.KeptCheckpoint;
import dalil.ledger.fault.KeyUnavailable;
import dalil.ledger.key.KeyFolder;
import dalil.ledger.key.LastSigned;
import dalil.ledger.timestamp.Anchors;
import dalil.transparency.note.VerifierKey;
import dalil.transparency.policy.Log;
import dalil.transparency.policy.Policy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the one who asks holds apart from the data.
 *
 * @param vkeys that checkpoints may be signed with; none means that nobody vouches for any
 * @param outside the last signed checkpoint in the key folder
 * @param anchors that timestamp authorities must be vouched for by; none means that anybody may have made a token
 * @param policy which witnesses must have cosigned the newest checkpoint; null if none must
 * @param kept checkpoints that somebody was shown
 */
public record AuditKeys(
        List<VerifierKey> vkeys,
        @Nullable LastSigned outside,
        Anchors anchors,
        @Nullable Policy policy,
        List<KeptCheckpoint> kept) {

    /** Nothing but the data. */
    public static final AuditKeys NONE = of(List.of());

    public AuditKeys {
        vkeys = List.copyOf(vkeys);
        kept = List.copyOf(kept);
    }

    /** Without a key folder. */
    public static AuditKeys of(List<VerifierKey> vkeys) {
        return new AuditKeys(vkeys, null, Anchors.NONE, null, List.of());
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
        return new AuditKeys(vkeys, outside, Anchors.NONE, null, List.of());
    }

    /** The same, and who vouches for timestamps. */
    public AuditKeys with(Anchors trusted) {
        return new AuditKeys(vkeys, outside, trusted, policy, kept);
    }

    /** The same, and a policy, whose logs may sign too. */
    public AuditKeys with(Policy trusted) {
        List<VerifierKey> all = new ArrayList<>(vkeys);
        trusted.logs().stream().map(Log::key).filter(key -> !all.contains(key)).forEach(all::add);
        return new AuditKeys(all, outside, anchors, trusted, kept);
    }

    /** The same, and checkpoints that the log must have begun with. */
    public AuditKeys with(List<KeptCheckpoint> shown) {
        return new AuditKeys(vkeys, outside, anchors, policy, shown);
    }
}
