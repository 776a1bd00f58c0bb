package dalil.transparency.tree;

import dalil.transparency.VerificationException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** That the tree of the second size begins with the tree of the first: PROOF(first, D[0:second]) of RFC 6962 §2.1.2. */
public record ConsistencyProof(long first, long second, List<Hash> path) {

    public ConsistencyProof {
        path = List.copyOf(path);
    }

    /** Throws {@link IllegalArgumentException} unless 0 < first ≤ second: no such proof exists. */
    public static ConsistencyProof generate(Subtrees hashes, long first, long second) {
        if (first <= 0 || first > second) {
            throw new IllegalArgumentException("no proof from size " + first + " to size " + second);
        }
        // §2.1.2 SUBPROOF from the root down; complete while the first tree is a whole left part, which its owner
        // knows.
        List<Hash> path = new ArrayList<>();
        LeafRange range = new LeafRange(0, second);
        boolean complete = true;
        while (first < range.to()) {
            boolean left = first <= range.middle();
            path.add((left ? range.right() : range.left()).root(hashes));
            range = left ? range.left() : range.right();
            complete &= left;
        }
        if (!complete) {
            path.add(range.root(hashes));
        }
        Collections.reverse(path);
        return new ConsistencyProof(first, second, path);
    }

    /** RFC 9162 §2.1.4.2. Answers with the second head, now known to extend the first, or throws {@link VerificationException}. */
    public TreeHead verify(Hash firstRoot, Hash secondRoot) {
        if (first <= 0 || first > second) {
            throw new VerificationException("consistency: no proof from size " + first + " to size " + second);
        }
        if (first == second) {
            verifySameSize(firstRoot, secondRoot);
        } else {
            verifyGrowth(firstRoot, secondRoot);
        }
        return new TreeHead(second, secondRoot);
    }

    private void verifySameSize(Hash firstRoot, Hash secondRoot) {
        if (!path.isEmpty()) {
            throw wrongLength("too long");
        }
        requireSame("root of size " + first, firstRoot, secondRoot);
    }

    private void verifyGrowth(Hash firstRoot, Hash secondRoot) {
        if (path.isEmpty()) {
            throw wrongLength("too short");
        }
        // Step 2: a first tree that is one perfect subtree stands at the path's head itself.
        List<Hash> steps = new ArrayList<>(path);
        if (Long.bitCount(first) == 1) {
            steps.add(0, firstRoot);
        }
        // Steps 3 and 4: start from the last subtree that both trees share.
        PathWalk walk = new PathWalk(first - 1, second - 1);
        while (walk.isRightChild()) {
            walk.shift();
        }
        Hash fr = steps.get(0);
        Hash sr = steps.get(0);
        for (Hash step : steps.subList(1, steps.size())) {
            if (walk.atRoot()) {
                throw wrongLength("too long");
            }
            if (walk.siblingIsLeft()) {
                fr = Hashes.node(step, fr);
                sr = Hashes.node(step, sr);
            } else {
                sr = Hashes.node(sr, step);
            }
            walk.up();
        }
        if (!walk.atRoot()) {
            throw wrongLength("too short");
        }
        requireSame("root of size " + first, fr, firstRoot);
        requireSame("root of size " + second, sr, secondRoot);
    }

    private static void requireSame(String what, Hash computed, Hash given) {
        if (!computed.equals(given)) {
            throw new VerificationException(
                    "consistency: the path leads to " + what + " " + computed + ", not " + given);
        }
    }

    private VerificationException wrongLength(String how) {
        return new VerificationException("consistency: a path of " + path.size() + " hashes is " + how + " from size "
                + first + " to size " + second);
    }
}
