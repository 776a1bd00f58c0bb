package dalil.transparency.tree;

import dalil.transparency.VerificationException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** That a leaf stands at an index of a tree: PATH(index, D[0:size]) of RFC 6962 §2.1.1, the leaf's sibling first. */
public record InclusionProof(long index, long size, List<Hash> path) {

    public InclusionProof {
        path = List.copyOf(path);
    }

    /** Throws {@link IllegalArgumentException} unless 0 ≤ index < size: no such proof exists. */
    public static InclusionProof generate(Subtrees hashes, long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("no leaf " + index + " in a tree of size " + size);
        }
        // §2.1.1 from the root down; each step adds the half the leaf is not in.
        List<Hash> path = new ArrayList<>();
        LeafRange range = new LeafRange(0, size);
        while (range.size() > 1) {
            boolean left = index < range.middle();
            path.add((left ? range.right() : range.left()).root(hashes));
            range = left ? range.left() : range.right();
        }
        Collections.reverse(path);
        return new InclusionProof(index, size, path);
    }

    /** RFC 9162 §2.1.3.2. Answers with the head that holds the leaf, or throws {@link VerificationException}. */
    public TreeHead verify(Hash leaf, Hash root) {
        if (index < 0 || index >= size) {
            throw new VerificationException("inclusion: no leaf " + index + " in a tree of size " + size);
        }
        PathWalk walk = new PathWalk(index, size - 1);
        Hash computed = leaf;
        for (Hash sibling : path) {
            if (walk.atRoot()) {
                throw new VerificationException(tooLong());
            }
            computed = walk.siblingIsLeft() ? Hashes.node(sibling, computed) : Hashes.node(computed, sibling);
            walk.up();
        }
        if (!walk.atRoot()) {
            throw new VerificationException(
                    "inclusion: a path of " + path.size() + " hashes is too short for " + place());
        }
        if (!computed.equals(root)) {
            throw new VerificationException("inclusion: " + place() + " leads to root " + computed + ", not " + root);
        }
        return new TreeHead(size, root);
    }

    private String tooLong() {
        return "inclusion: a path of " + path.size() + " hashes is too long for " + place();
    }

    private String place() {
        return "leaf " + index + " of " + size;
    }
}
