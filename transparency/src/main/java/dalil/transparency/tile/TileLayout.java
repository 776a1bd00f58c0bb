package dalil.transparency.tile;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Which tiles and bundles a tree of some size has. */
public final class TileLayout {

    // 256^8 is above every size, so level 7 is the last that can hold a hash.
    private static final int LEVELS = 8;
    private static final int HEIGHT = 8;

    private TileLayout() {}

    /** Every tile of a tree, lowest level first; the last of a level may be partial, and none is empty. */
    public static Stream<TileAddress> tiles(long size) {
        return tilesAdded(0, size);
    }

    /** The tiles that growing from one size to another fills or begins: those of the second tree that the first lacks. */
    public static Stream<TileAddress> tilesAdded(long from, long to) {
        requireGrowth(from, to);
        return IntStream.range(0, LEVELS)
                .boxed()
                .flatMap(level -> added(hashes(level, from), hashes(level, to))
                        .mapToObj(index -> new TileAddress(level, index, width(hashes(level, to), index))));
    }

    /** Every bundle of a tree, in order. */
    public static Stream<BundleAddress> bundles(long size) {
        return bundlesAdded(0, size);
    }

    public static Stream<BundleAddress> bundlesAdded(long from, long to) {
        requireGrowth(from, to);
        return added(from, to).mapToObj(index -> new BundleAddress(index, width(to, index)));
    }

    /** The tile that holds the level's hash of this number, as wide as it is in a tree of this size. */
    static TileAddress holding(int level, long hash, long size) {
        long index = hash / TileAddress.FULL_WIDTH;
        return new TileAddress(level, index, width(hashes(level, size), index));
    }

    /** floor(size / 256^level): partial tiles are not hashed upward. */
    static long hashes(int level, long size) {
        return level < LEVELS ? size >> HEIGHT * level : 0;
    }

    private static LongStream added(long from, long to) {
        return to == from
                ? LongStream.empty()
                : LongStream.rangeClosed(from / TileAddress.FULL_WIDTH, (to - 1) / TileAddress.FULL_WIDTH);
    }

    private static int width(long filled, long index) {
        return (int) Math.min(TileAddress.FULL_WIDTH, filled - index * TileAddress.FULL_WIDTH);
    }

    private static void requireGrowth(long from, long to) {
        if (from < 0 || from > to) {
            throw new IllegalArgumentException("no growth from size " + from + " to size " + to);
        }
    }
}
