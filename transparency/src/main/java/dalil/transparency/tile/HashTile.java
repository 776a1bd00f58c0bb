package dalil.transparency.tile;

import dalil.transparency.MalformedException;
import dalil.transparency.tree.Hash;
import dalil.transparency.tree.Subtrees;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The bytes of a tile: its hashes, one after the other, 8,192 bytes when full. */
public final class HashTile {

    // A tile's level is eight levels of the tree.
    private static final int HEIGHT = 8;

    private HashTile() {}

    /** The i-th hash is MTH(D[(index·256+i)·256^level : (index·256+i+1)·256^level]). */
    public static byte[] build(TileAddress tile, Subtrees hashes) {
        long first = Math.multiplyExact(tile.index(), (long) TileAddress.FULL_WIDTH);
        return format(IntStream.range(0, tile.width())
                .mapToObj(i -> hashes.subtree(HEIGHT * tile.level(), first + i))
                .toList());
    }

    public static byte[] format(List<Hash> hashes) {
        if (hashes.isEmpty() || hashes.size() > TileAddress.FULL_WIDTH) {
            throw new IllegalArgumentException("a tile has 1 to 256 hashes, not " + hashes.size());
        }
        ByteBuffer out = ByteBuffer.allocate(Hash.LENGTH * hashes.size());
        for (Hash hash : hashes) {
            out.put(hash.bytes());
        }
        return out.array();
    }

    /** Exactly as many hashes as the width says, or {@link MalformedException}. */
    public static List<Hash> parse(byte[] tile, int width) {
        int expected = Hash.LENGTH * width;
        if (tile.length != expected) {
            throw MalformedException.because(
                    "a tile of width " + width + " has " + expected + " bytes, not " + tile.length);
        }
        return IntStream.range(0, width)
                .mapToObj(i -> Hash.of(Arrays.copyOfRange(tile, Hash.LENGTH * i, Hash.LENGTH * (i + 1))))
                .toList();
    }
}
