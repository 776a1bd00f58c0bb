package dalil.transparency.tile;

/** Where tile files are: a folder, a server, a store. */
@FunctionalInterface
public interface TileReader {

    /** The bytes of the tile, exactly as wide as asked. */
    byte[] read(TileAddress tile);
}
