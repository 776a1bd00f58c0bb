package dalil.transparency.tile;

import dalil.transparency.MalformedException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The bytes of an entry bundle: each entry behind its length as two bytes, big-endian. */
public final class EntryBundle {

    public static final int MAX_ENTRY_BYTES = 65_535;

    private EntryBundle() {}

    public static byte[] format(List<byte[]> entries) {
        if (entries.isEmpty() || entries.size() > BundleAddress.FULL_WIDTH) {
            throw new IllegalArgumentException("a bundle has 1 to 256 entries, not " + entries.size());
        }
        ByteBuffer out = ByteBuffer.allocate(
                entries.stream().mapToInt(entry -> Short.BYTES + entry.length).sum());
        for (byte[] entry : entries) {
            if (entry.length > MAX_ENTRY_BYTES) {
                throw new IllegalArgumentException("an entry has at most 65535 bytes, not " + entry.length);
            }
            out.putShort((short) entry.length).put(entry);
        }
        return out.array();
    }

    /** Exactly as many entries as the width says and nothing after them, or {@link MalformedException}. */
    public static List<byte[]> parse(byte[] bundle, int width) {
        ByteBuffer in = ByteBuffer.wrap(bundle);
        List<byte[]> entries = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            entries.add(readEntry(in, i));
        }
        if (in.hasRemaining()) {
            throw MalformedException.atByte(in.position(), "bytes after the " + width + " entries of the bundle");
        }
        return Collections.unmodifiableList(entries);
    }

    private static byte[] readEntry(ByteBuffer in, int number) {
        if (in.remaining() < Short.BYTES) {
            throw MalformedException.atByte(in.position(), "the bundle ends before the length of entry " + number);
        }
        int length = Short.toUnsignedInt(in.getShort());
        if (in.remaining() < length) {
            throw MalformedException.atByte(in.position(), "the bundle ends inside entry " + number);
        }
        byte[] entry = new byte[length];
        in.get(entry);
        return entry;
    }
}
