package dalil.ledger.sqlite;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The log beside a file, read without SQLite (sqlite.org/fileformat2.html, section 4). SQLite takes a log up to the first frame that
 * does not continue its chain of checksums and drops the rest without a word. After a crash that is right: each transaction is synced
 * before the next begins, so only the last one can be torn, and it was acknowledged to nobody. Where a synced frame was damaged later it
 * is a silent loss, and this tells it from that, with the help of SQLite's index of the log where there is one.
 */
public final class WriteAheadLog {

    private static final int HEADER = 32;
    private static final int FRAME_HEADER = 24;
    private static final int MAGIC = 0x377f0682;

    private final ByteBuffer header;
    private final ByteOrder order;
    private final int pageSize;
    private int sum0;
    private int sum1;

    private WriteAheadLog(ByteBuffer header) {
        this.header = header;
        this.order = (header.getInt(0) & 1) == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        this.pageSize = header.getInt(8);
    }

    /** How a log ends. */
    public enum End {
        /** With what was committed last, or with what no commit followed. */
        WHOLE,
        /** One commit does not follow on what is before it: a crash before it was acknowledged, or damage after. */
        TORN,
        /** More does not follow than one crash can have torn: what was acknowledged is lost to whoever opens the file. */
        DAMAGED
    }

    /**
     * @param end what follows on the last frame that SQLite will take
     * @param frames how many frames it will take, committed or not
     */
    public record Found(End end, long frames) {}

    /**
     * @param written whether a process has the file open for writing: then SQLite's index of the log is that process's, and what stands
     *     behind the last commit in it was told to nobody. Otherwise whoever read the file last made the index from the log itself.
     */
    public static Found beside(Path file, boolean written) throws IOException {
        try (InputStream in = new BufferedInputStream(
                Files.newInputStream(file.resolveSibling(file.getFileName() + "-wal")), 1 << 20)) {
            byte[] header = in.readNBytes(HEADER);
            if (header.length < HEADER) {
                return new Found(End.WHOLE, 0);
            }
            WriteAheadLog log = new WriteAheadLog(ByteBuffer.wrap(header));
            return log.hasWholeHeader()
                    ? log.read(in, LogIndex.beside(file), written)
                    : new Found(isZero(header, in) ? End.WHOLE : End.DAMAGED, 0);
        } catch (NoSuchFileException none) {
            return new Found(End.WHOLE, 0);
        }
    }

    private boolean hasWholeHeader() {
        if ((header.getInt(0) & ~1) != MAGIC
                || Integer.bitCount(pageSize) != 1
                || pageSize < 512
                || pageSize > 65_536) {
            return false;
        }
        add(header, 0, 24);
        return sum0 == header.getInt(24) && sum1 == header.getInt(28);
    }

    /** A new log whose first bytes did not reach the disk. The header is synced before any frame is written. */
    private static boolean isZero(byte[] header, InputStream rest) throws IOException {
        for (byte octet : header) {
            if (octet != 0) {
                return false;
            }
        }
        for (int octet = rest.read(); octet >= 0; octet = rest.read()) {
            if (octet != 0) {
                return false;
            }
        }
        return true;
    }

    private Found read(InputStream in, @Nullable LogIndex index, boolean written) throws IOException {
        long frames = 0;
        long committed = 0;
        ByteBuffer frame = next(in);
        while (frame != null && follows(frame)) {
            frames++;
            committed = commits(frame) ? frames : committed;
            frame = next(in);
        }
        Behind behind = behind(frame, in);
        long told = index != null && index.isOf(header) ? index.committed() : -1;
        if (behind.damaged || told > frames) {
            return new Found(End.DAMAGED, frames);
        }
        boolean known = written && told == committed;
        return new Found(behind.commits > 0 && !known ? End.TORN : End.WHOLE, frames);
    }

    /**
     * What stands behind the break. Each frame is held against the checksum that the one before it claims: whole transactions still
     * agree with themselves there, while the half of a commit that found no space or was killed does not. A whole one behind another
     * commit was written after that was synced.
     */
    private Behind behind(@Nullable ByteBuffer first, InputStream in) throws IOException {
        Behind behind = new Behind();
        behind.damaged = first != null && isCommitButForOneBit(first);
        for (ByteBuffer frame = first; frame != null; frame = next(in)) {
            boolean whole = follows(frame);
            if (isOfThisLog(frame) && commits(frame)) {
                behind.commits++;
                behind.damaged |= whole && behind.commits > 1;
            }
            sum0 = frame.getInt(16);
            sum1 = frame.getInt(20);
        }
        return behind;
    }

    private static final class Behind {
        private int commits;
        private boolean damaged;
    }

    private @Nullable ByteBuffer next(InputStream in) throws IOException {
        byte[] frame = in.readNBytes(FRAME_HEADER + pageSize);
        return frame.length < FRAME_HEADER ? null : ByteBuffer.wrap(frame);
    }

    private boolean follows(ByteBuffer frame) {
        boolean cut = frame.capacity() < FRAME_HEADER + pageSize;
        if (cut || frame.getInt(0) == 0 || frame.getLong(8) != header.getLong(16)) {
            return false;
        }
        int before0 = sum0;
        int before1 = sum1;
        add(frame, 0, 8);
        add(frame, FRAME_HEADER, FRAME_HEADER + pageSize);
        if (sum0 == frame.getInt(16) && sum1 == frame.getInt(20)) {
            return true;
        }
        sum0 = before0;
        sum1 = before1;
        return false;
    }

    /** The size that makes a frame a commit became 0: then nothing but its checksum tells that it was one. */
    private boolean isCommitButForOneBit(ByteBuffer frame) {
        int size = frame.getInt(4);
        for (int bit = 0; bit < Integer.SIZE; bit++) {
            if (follows(frame.putInt(4, size ^ 1 << bit))) {
                return true;
            }
        }
        frame.putInt(4, size);
        return false;
    }

    /** A log that begins anew counts its first salt up and draws the second; what lies behind from before has neither. */
    private boolean isOfThisLog(ByteBuffer frame) {
        return frame.getInt(8) == header.getInt(16) || frame.getInt(12) == header.getInt(20);
    }

    private static boolean commits(ByteBuffer frame) {
        return frame.getInt(4) != 0;
    }

    private void add(ByteBuffer bytes, int from, int to) {
        ByteBuffer words = bytes.duplicate().order(order);
        for (int at = from; at < to; at += 8) {
            sum0 += words.getInt(at) + sum1;
            sum1 += words.getInt(at + 4) + sum0;
        }
    }
}
