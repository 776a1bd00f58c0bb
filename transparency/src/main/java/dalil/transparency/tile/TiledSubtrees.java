package dalil.transparency.tile;

import dalil.transparency.tree.Hash;
import dalil.transparency.tree.Hashes;
import dalil.transparency.tree.Subtrees;
import java.util.ArrayList;
import java.util.List;

/**
 * The hashes of a tree, read from its tiles. It believes what the tiles say: whoever uses the root or proof it leads to checks that
 * against a signed checkpoint.
 */
public final class TiledSubtrees implements Subtrees {

    private static final int HEIGHT = 8;

    private final TileReader tiles;
    private final long size;

    public TiledSubtrees(TileReader tiles, long size) {
        this.tiles = tiles;
        this.size = size;
    }

    @Override
    public Hash subtree(int level, long index) {
        // A tile keeps every eighth level; the seven between are hashed from up to 128 neighbours, which share one
        // tile.
        int tileLevel = level / HEIGHT;
        int above = level % HEIGHT;
        long first = index << above;
        TileAddress address = TileLayout.holding(tileLevel, first, size);
        List<Hash> tile = HashTile.parse(tiles.read(address), address.width());
        int start = (int) (first % TileAddress.FULL_WIDTH);
        return fold(tile.subList(start, start + (1 << above)));
    }

    private static Hash fold(List<Hash> hashes) {
        List<Hash> row = hashes;
        while (row.size() > 1) {
            List<Hash> next = new ArrayList<>(row.size() / 2);
            for (int i = 0; i < row.size(); i += 2) {
                next.add(Hashes.node(row.get(i), row.get(i + 1)));
            }
            row = next;
        }
        return row.get(0);
    }
}
