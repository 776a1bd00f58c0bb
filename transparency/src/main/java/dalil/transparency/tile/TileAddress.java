package dalil.transparency.tile;

import dalil.transparency.MalformedException;
import dalil.transparency.StrictDecimal;

/** A tile of hashes: {@code tile/<L>/<N>[.p/<W>]}. Width 256 is a full tile, 1 to 255 a partial one. */
public record TileAddress(int level, long index, int width) {

    public static final int FULL_WIDTH = Position.FULL_WIDTH;
    public static final int MAX_LEVEL = 63;

    private static final String PREFIX = "tile/";

    public TileAddress {
        if (level < 0 || level > MAX_LEVEL) {
            throw new IllegalArgumentException("no tile of level " + level);
        }
        position(index, width);
    }

    public boolean isFull() {
        return width == FULL_WIDTH;
    }

    public String format() {
        return PREFIX + level + "/" + position(index, width).format();
    }

    /** The inverse of {@link #format}, or {@link MalformedException}. */
    public static TileAddress parse(String path) {
        Position.requireShort(path);
        int slash = path.indexOf('/', PREFIX.length());
        if (!path.startsWith(PREFIX) || slash < 0) {
            throw MalformedException.because("not a tile path: " + path);
        }
        long level = StrictDecimal.parse(path.substring(PREFIX.length(), slash));
        if (level > MAX_LEVEL) {
            throw MalformedException.because("a tile's level is 0 to 63, not " + level);
        }
        Position position = Position.parse(path.substring(slash + 1));
        return new TileAddress((int) level, position.index(), position.width());
    }

    private static Position position(long index, int width) {
        return new Position(index, width);
    }
}
