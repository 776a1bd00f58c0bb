package dalil.transparency.tree;

import dalil.transparency.MalformedException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * All that must be kept of a tree to go on appending to it: its size, and the root of each perfect subtree in the size's binary
 * form, largest first. Immutable; an append copies at most 63 references.
 */
public final class CompactRange {

    private static final CompactRange EMPTY = new CompactRange(0, new Hash[0]);

    private final long size;
    private final Hash[] subtrees;

    private CompactRange(long size, Hash[] subtrees) {
        this.size = size;
        this.subtrees = subtrees;
    }

    public static CompactRange empty() {
        return EMPTY;
    }

    public long size() {
        return size;
    }

    /** RFC 9162 §2.1.2, the loop's body: push the leaf, then merge once for each low bit of the size that is 1. */
    public CompactRange append(Hash leaf) {
        long appended = Math.addExact(size, 1);
        int merges = Long.numberOfTrailingZeros(~size);
        int kept = subtrees.length - merges;
        Hash merged = leaf;
        for (int i = subtrees.length - 1; i >= kept; i--) {
            merged = Hashes.node(subtrees[i], merged);
        }
        Hash[] next = Arrays.copyOf(subtrees, kept + 1);
        next[kept] = merged;
        return new CompactRange(appended, next);
    }

    /** RFC 9162 §2.1.2, the end: fold from right to left. */
    public Hash root() {
        if (size == 0) {
            return Hashes.empty();
        }
        Hash root = subtrees[subtrees.length - 1];
        for (int i = subtrees.length - 2; i >= 0; i--) {
            root = Hashes.node(subtrees[i], root);
        }
        return root;
    }

    /** The size as 8 bytes, big-endian, then 32 bytes for each bit of it that is 1, largest subtree first. */
    public byte[] encode() {
        ByteBuffer out = ByteBuffer.allocate(Long.BYTES + Hash.LENGTH * subtrees.length);
        out.putLong(size);
        for (Hash subtree : subtrees) {
            out.put(subtree.shared());
        }
        return out.array();
    }

    /** The inverse of {@link #encode}; {@link MalformedException} on any other length or a size of 2^63 and more. */
    public static CompactRange decode(byte[] encoded) {
        if (encoded.length < Long.BYTES) {
            throw MalformedException.because("a compact range has 8 bytes of size, not " + encoded.length);
        }
        ByteBuffer in = ByteBuffer.wrap(encoded);
        long size = in.getLong();
        if (size < 0) {
            throw MalformedException.atByte(0, "size above 2^63-1");
        }
        int expected = Long.BYTES + Hash.LENGTH * Long.bitCount(size);
        if (encoded.length != expected) {
            throw MalformedException.because(
                    "a compact range of size " + size + " has " + expected + " bytes, not " + encoded.length);
        }
        Hash[] subtrees = new Hash[Long.bitCount(size)];
        for (int i = 0; i < subtrees.length; i++) {
            byte[] subtree = new byte[Hash.LENGTH];
            in.get(subtree);
            subtrees[i] = Hash.adopt(subtree);
        }
        return new CompactRange(size, subtrees);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CompactRange that && size == that.size && Arrays.equals(subtrees, that.subtrees);
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(size) + Arrays.hashCode(subtrees);
    }

    @Override
    public String toString() {
        return size + " leaves, root " + root();
    }
}
