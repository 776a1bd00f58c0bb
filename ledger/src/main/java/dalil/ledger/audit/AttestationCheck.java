package dalil.ledger.audit;

import dalil.ledger.audit.Finding.Kind;
import dalil.ledger.audit.Holdings.RawAttestation;
import dalil.ledger.audit.outside.CosignatureCheck;
import dalil.ledger.store.CheckpointStore.Kept;
import dalil.transparency.checkpoint.SignedCheckpoint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What others said of the checkpoints. One that is taken away is missed by nobody; one that is there must hold. */
final class AttestationCheck {

    private final Findings findings;
    private final Holdings holdings;
    private final TimestampCheck timestamps;
    private final CosignatureCheck cosignatures;

    /** @param newest the checkpoint with the highest number; null if there is none that can be read */
    AttestationCheck(Findings findings, Holdings holdings, AuditKeys keys, @Nullable SignedCheckpoint newest) {
        this.findings = findings;
        this.holdings = holdings;
        this.timestamps = new TimestampCheck(findings, keys.anchors());
        this.cosignatures = new CosignatureCheck(findings, keys, newest);
    }

    /**
     * @param attested what was found to hold, in words
     * @param unseen what could not be told
     * @return what the asker's policy misses; null if nothing
     */
    @Nullable String check(List<String> attested, List<String> unseen) {
        Map<Long, Kept> checkpoints = new HashMap<>();
        holdings.checkpoints().forEach(checkpoint -> checkpoints.put(checkpoint.number(), checkpoint));
        holdings.attestations(one -> next(one, checkpoints.get(one.checkpoint())));
        timestamps.end(attested, unseen);
        return cosignatures.end(attested, unseen);
    }

    private void next(RawAttestation one, @Nullable Kept checkpoint) {
        String which = "the " + one.kind() + " of checkpoint " + one.checkpoint() + " by " + one.by();
        if (checkpoint == null) {
            findings.ofLedger(Kind.ALTERED_COLUMN, which + ": there is no such checkpoint");
        } else if (one.kind().equals("timestamp")) {
            timestamps.next(which, one.bytes(), checkpoint.note(), checkpoint.size());
        } else if (one.kind().equals("cosignature")) {
            cosignatures.next(which, one.by(), one.bytes(), checkpoint.note(), checkpoint.size());
        } else {
            findings.ofLedger(Kind.ALTERED_COLUMN, which + ": there is no such kind");
        }
    }
}
