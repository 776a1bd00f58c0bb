package dalil.transparency.tree;

/** The leaves D[from:to] that some step of RFC 6962 §2.1 hashes as one: from is a multiple of a power of two ≥ to − from. */
record LeafRange(long from, long to) {

    long size() {
        return to - from;
    }

    /** §2.1: k, the largest power of two smaller than the size. */
    long middle() {
        return from + Long.highestOneBit(size() - 1);
    }

    LeafRange left() {
        return new LeafRange(from, middle());
    }

    LeafRange right() {
        return new LeafRange(middle(), to);
    }

    /** MTH(D[from:to]), from its perfect subtrees, right to left. */
    Hash root(Subtrees hashes) {
        long rest = size();
        long end = to;
        Hash root = null;
        while (rest != 0) {
            int level = Long.numberOfTrailingZeros(rest);
            Hash subtree = hashes.subtree(level, (end >> level) - 1);
            root = root == null ? subtree : Hashes.node(subtree, root);
            end -= 1L << level;
            rest &= rest - 1;
        }
        if (root == null) {
            throw new IllegalStateException("an empty range has no place inside a tree");
        }
        return root;
    }
}
