package dalil.transparency.tile;

import dalil.transparency.MalformedException;

/** A bundle of entries: {@code tile/entries/<N>[.p/<W>]}. */
public record BundleAddress(long index, int width) {

    public static final int FULL_WIDTH = Position.FULL_WIDTH;

    private static final String PREFIX = "tile/entries/";

    public BundleAddress {
        position(index, width);
    }

    public boolean isFull() {
        return width == FULL_WIDTH;
    }

    /** The ledger index of the bundle's first entry. */
    public long firstEntry() {
        return Math.multiplyExact(index, (long) FULL_WIDTH);
    }

    public String format() {
        return PREFIX + position(index, width).format();
    }

    /** The inverse of {@link #format}, or {@link MalformedException}. */
    public static BundleAddress parse(String path) {
        Position.requireShort(path);
        if (!path.startsWith(PREFIX)) {
            throw MalformedException.because("not an entry bundle path: " + path);
        }
        Position position = Position.parse(path.substring(PREFIX.length()));
        return new BundleAddress(position.index(), position.width());
    }

    private static Position position(long index, int width) {
        return new Position(index, width);
    }
}
