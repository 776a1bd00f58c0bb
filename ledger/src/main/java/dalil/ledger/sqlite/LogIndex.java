package dalil.ledger.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The head of SQLite's index of a log (sqlite.org/walformat.html, section 2.1): up to which frame a commit was told to anybody. It is
 * memory shared by processes, so it is right after a kill and may be anything after a loss of power.
 *
 * @param committed number of the last frame of the last commit
 * @param salts of the log it is about
 */
record LogIndex(long committed, long salts) {

    private static final int LENGTH = 48;
    private static final int VERSION = 3_007_000;

    /** Null if there is none, or it is not whole. */
    static @Nullable LogIndex beside(Path file) throws IOException {
        byte[] twice;
        try (InputStream in = Files.newInputStream(file.resolveSibling(file.getFileName() + "-shm"))) {
            twice = in.readNBytes(2 * LENGTH);
        } catch (NoSuchFileException none) {
            return null;
        }
        ByteBuffer index = ByteBuffer.wrap(twice).order(ByteOrder.nativeOrder());
        return twice.length == 2 * LENGTH && isWhole(index)
                ? new LogIndex(
                        Integer.toUnsignedLong(index.getInt(16)),
                        index.order(ByteOrder.BIG_ENDIAN).getLong(32))
                : null;
    }

    private static boolean isWhole(ByteBuffer index) {
        int sum0 = 0;
        int sum1 = 0;
        for (int at = 0; at < 40; at += 8) {
            sum0 += index.getInt(at) + sum1;
            sum1 += index.getInt(at + 4) + sum0;
        }
        return index.getInt(0) == VERSION
                && index.get(12) == 1
                && index.getInt(40) == sum0
                && index.getInt(44) == sum1
                && index.slice(0, LENGTH).equals(index.slice(LENGTH, LENGTH));
    }

    /** Whether it is about the log with this header. */
    boolean isOf(ByteBuffer header) {
        return header.getLong(16) == salts;
    }
}
