package dalil.transparency.checkpoint;

import dalil.transparency.note.VerifiedSignature;
import java.util.List;

/** A checkpoint its log has signed, and the known witnesses who did too. Only {@link SignedCheckpoint#verify} makes one. */
public final class VerifiedCheckpoint {

    private final Checkpoint checkpoint;
    private final List<VerifiedSignature> cosignatures;

    VerifiedCheckpoint(Checkpoint checkpoint, List<VerifiedSignature> cosignatures) {
        this.checkpoint = checkpoint;
        this.cosignatures = cosignatures;
    }

    public Checkpoint checkpoint() {
        return checkpoint;
    }

    public List<VerifiedSignature> cosignatures() {
        return cosignatures;
    }
}
