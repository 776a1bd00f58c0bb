package dalil.transparency.tree;

import java.util.function.LongFunction;

/** Where the hashes of a tree come from: leaves, tiles, or whatever keeps them. */
@FunctionalInterface
public interface Subtrees {

    /**
     * MTH(D[index·2^level : (index+1)·2^level]), the root of one perfect subtree; level 0 is the leaf hashes. Called only for
     * subtrees that lie wholly inside the tree.
     */
    Hash subtree(int level, long index);

    /** MTH(D[0:size]). */
    default Hash root(long size) {
        if (size < 0) {
            throw new IllegalArgumentException("no tree of size " + size);
        }
        return size == 0 ? Hashes.empty() : new LeafRange(0, size).root(this);
    }

    /** Hashes every subtree from its leaves, each time: for small trees and for checking others. */
    static Subtrees ofLeaves(LongFunction<Hash> leafHash) {
        return new Subtrees() {
            @Override
            public Hash subtree(int level, long index) {
                return level == 0
                        ? leafHash.apply(index)
                        : Hashes.node(subtree(level - 1, 2 * index), subtree(level - 1, 2 * index + 1));
            }
        };
    }
}
