package dalil.ledger.audit;

import dalil.transparency.tile.TileAddress;
import dalil.transparency.tree.CompactRange;
import dalil.transparency.tree.Hash;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every tile of the tree (C2SP tlog-tiles), made again from the leaves. A leaf that is missing leaves unknown what stands above it and
 * nothing else.
 */
public final class TileRebuild {

    private static final int WIDTH = TileAddress.FULL_WIDTH;
    private static final int LEVELS = 8;

    /** Told of each tile once it is full, or at the end of what the partial ones hold. */
    public interface Rebuilt {

        /**
         * @param hashes in order; empty if a leaf below one of them is missing
         * @param root of a full tile; null for a partial one, and where there are no hashes
         */
        void tile(TileAddress address, List<Hash> hashes, @Nullable Hash root);
    }

    private final Rebuilt rebuilt;
    private final List<List<@Nullable Hash>> tiles = new ArrayList<>();
    private final long[] finished = new long[LEVELS];

    public TileRebuild(Rebuilt rebuilt) {
        this.rebuilt = rebuilt;
        for (int level = 0; level < LEVELS; level++) {
            tiles.add(new ArrayList<>());
        }
    }

    public void add(@Nullable Hash leaf) {
        Hash hash = leaf;
        for (int level = 0; level < LEVELS; level++) {
            List<@Nullable Hash> tile = tiles.get(level);
            tile.add(hash);
            if (tile.size() < WIDTH) {
                return;
            }
            hash = root(tile);
            rebuilt.tile(new TileAddress(level, finished[level]++, WIDTH), known(tile), hash);
            tile.clear();
        }
    }

    /** After the last leaf. */
    public void end() {
        for (int level = 0; level < LEVELS; level++) {
            List<@Nullable Hash> tile = tiles.get(level);
            if (!tile.isEmpty()) {
                rebuilt.tile(new TileAddress(level, finished[level], tile.size()), known(tile), null);
            }
        }
    }

    private static List<Hash> known(List<@Nullable Hash> tile) {
        List<Hash> hashes = new ArrayList<>(tile.size());
        for (Hash hash : tile) {
            if (hash == null) {
                return List.of();
            }
            hashes.add(hash);
        }
        return hashes;
    }

    private static @Nullable Hash root(List<@Nullable Hash> tile) {
        CompactRange range = CompactRange.empty();
        for (Hash hash : tile) {
            if (hash == null) {
                return null;
            }
            range = range.append(hash);
        }
        return range.root();
    }
}
