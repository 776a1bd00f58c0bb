package dalil.transparency.proof;

import dalil.transparency.MalformedException;
import dalil.transparency.StrictBase64;
import dalil.transparency.VerificationException;
import dalil.transparency.checkpoint.SignedCheckpoint;
import dalil.transparency.checkpoint.VerifiedCheckpoint;
import dalil.transparency.policy.Policy;
import dalil.transparency.tree.Hash;
import dalil.transparency.tree.InclusionProof;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The proof for one leaf: its index, the path to the root, and the signed checkpoint that has the root. */
public record TlogProof(Optional<String> extra, long index, List<Hash> path, SignedCheckpoint checkpoint) {

    /** The suffix of such a file. */
    public static final String EXTENSION = ".tlog-proof";

    static final String HEADER = "c2sp.org/tlog-proof@v1";

    // No tree that a long can count is deeper.
    static final int LONGEST_PATH = 63;

    /** Extra is base64, kept as it came; {@link IllegalArgumentException} for what no proof can hold. */
    public TlogProof {
        path = List.copyOf(path);
        if (index < 0) {
            throw new IllegalArgumentException("no leaf " + index);
        }
        if (path.size() > LONGEST_PATH) {
            throw new IllegalArgumentException("a path has at most " + LONGEST_PATH + " hashes, not " + path.size());
        }
        if (extra.isPresent() && StrictBase64.parse(extra.get()).length == 0) {
            throw new IllegalArgumentException("extra data is absent or not empty");
        }
    }

    /** Throws {@link IllegalArgumentException} unless proof and checkpoint are of one size. */
    public static TlogProof of(InclusionProof inclusion, SignedCheckpoint checkpoint) {
        if (inclusion.size() != checkpoint.checkpoint().size()) {
            throw new IllegalArgumentException("a proof for size " + inclusion.size() + " under a checkpoint of size "
                    + checkpoint.checkpoint().size());
        }
        return new TlogProof(Optional.empty(), inclusion.index(), inclusion.path(), checkpoint);
    }

    public byte[] format() {
        StringBuilder head = new StringBuilder(HEADER).append('\n');
        extra.ifPresent(data -> head.append("extra ").append(data).append('\n'));
        head.append("index ").append(index).append('\n');
        for (Hash hash : path) {
            head.append(hash.base64()).append('\n');
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head.append('\n').toString().getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(checkpoint.format());
        return out.toByteArray();
    }

    /** The inverse of {@link #format}, or {@link MalformedException}. */
    public static TlogProof parse(byte[] proof) {
        return new ProofReader(proof).read();
    }

    /**
     * Throws {@link VerificationException} unless the policy accepts the checkpoint and the path leads from the leaf hash, which
     * the caller has from the record itself, to its root.
     */
    public ProvedLeaf verify(Hash leaf, Policy policy) {
        VerifiedCheckpoint verified = policy.verify(checkpoint);
        InclusionProof inclusion =
                new InclusionProof(index, verified.checkpoint().size(), path);
        inclusion.verify(leaf, verified.checkpoint().root());
        return new ProvedLeaf(leaf, index, verified);
    }
}
