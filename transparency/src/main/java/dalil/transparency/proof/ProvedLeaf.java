package dalil.transparency.proof;

import dalil.transparency.checkpoint.VerifiedCheckpoint;
import dalil.transparency.tree.Hash;

/** A leaf known to stand at its index under a checkpoint the policy accepts. Only {@link TlogProof#verify} makes one. */
public final class ProvedLeaf {

    private final Hash leaf;
    private final long index;
    private final VerifiedCheckpoint checkpoint;

    ProvedLeaf(Hash leaf, long index, VerifiedCheckpoint checkpoint) {
        this.leaf = leaf;
        this.index = index;
        this.checkpoint = checkpoint;
    }

    public Hash leaf() {
        return leaf;
    }

    public long index() {
        return index;
    }

    public VerifiedCheckpoint checkpoint() {
        return checkpoint;
    }
}
