package dalil.ledger.checkpoint;

import dalil.ledger.store.CheckpointStore.Node;
import dalil.transparency.tree.Hash;
import dalil.transparency.tree.Hashes;
import java.util.ArrayList;
import java.util.List;

/**
 * The tree a second time, over what was read back from the store. It grows by tiles (C2SP tlog-tiles: 256 hashes, whose root is one
 * hash of the level above) and not by a compact range as the sequencer's does, so that the same mistake is not made twice. Of each
 * level it keeps only the tile that is not full.
 */
final class RereadTree {

    static final int WIDTH = 256;

    // 256^8 is above every size.
    static final int LEVELS = 8;

    private final List<List<Hash>> unfinished = new ArrayList<>();
    private long size;

    RereadTree() {
        for (int level = 0; level < LEVELS; level++) {
            unfinished.add(new ArrayList<>());
        }
    }

    /**
     * The tree of a size whose unfinished tiles are these, lowest level first. It believes them: whoever uses it compares its root with
     * a signed one.
     */
    RereadTree(long size, List<List<Hash>> unfinished) {
        this.size = size;
        for (int level = 0; level < LEVELS; level++) {
            if (unfinished.get(level).size() != hashes(level, size) % WIDTH) {
                throw new IllegalArgumentException("not the unfinished tile of level " + level + " of size " + size);
            }
            this.unfinished.add(new ArrayList<>(unfinished.get(level)));
        }
    }

    /** How many hashes a level has: floor(size / 256^level), since partial tiles are not hashed upward. */
    static long hashes(int level, long size) {
        return level < LEVELS ? size >> Byte.SIZE * level : 0;
    }

    RereadTree copy() {
        return new RereadTree(size, unfinished);
    }

    long size() {
        return size;
    }

    /** Adds the hash of the next record; the roots of tiles that are full with it go to the list. */
    void append(Hash leaf, List<Node> finished) {
        size++;
        Hash hash = leaf;
        for (int level = 0; level < LEVELS; level++) {
            List<Hash> tile = unfinished.get(level);
            tile.add(hash);
            if (tile.size() < WIDTH) {
                return;
            }
            hash = perfect(tile);
            tile.clear();
            finished.add(new Node(level + 1, hashes(level + 1, size) - 1, hash));
        }
    }

    /** RFC 6962 §2.1, from the right: each unfinished tile is perfect subtrees by the binary form of its width, smallest last. */
    Hash root() {
        Hash root = null;
        for (List<Hash> tile : unfinished) {
            int end = tile.size();
            for (int rest = end; rest != 0; rest &= rest - 1) {
                int width = Integer.lowestOneBit(rest);
                Hash subtree = perfect(tile.subList(end - width, end));
                root = root == null ? subtree : Hashes.node(subtree, root);
                end -= width;
            }
        }
        return root == null ? Hashes.empty() : root;
    }

    /** The root over a power of two of hashes. */
    static Hash perfect(List<Hash> hashes) {
        int half = hashes.size() / 2;
        return half == 0
                ? hashes.get(0)
                : Hashes.node(perfect(hashes.subList(0, half)), perfect(hashes.subList(half, hashes.size())));
    }
}
