package dalil.transparency.tree;

import dalil.transparency.MalformedException;
import dalil.transparency.StrictBase64;
import java.util.Arrays;
import java.util.HexFormat;

/** A SHA-256 value: exactly 32 bytes, immutable. */
public final class Hash {

    public static final int LENGTH = 32;

    private static final HexFormat HEX = HexFormat.of();

    private final byte[] value;

    private Hash(byte[] value) {
        this.value = value;
    }

    /** Copies; throws {@link IllegalArgumentException} unless there are 32 bytes. */
    public static Hash of(byte[] bytes) {
        return adopt(bytes.clone());
    }

    /** Takes the array itself: for arrays nobody else holds. */
    static Hash adopt(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a hash has 32 bytes, not " + bytes.length);
        }
        return new Hash(bytes);
    }

    /** 64 lower-case hex digits, or {@link MalformedException}. */
    public static Hash parseHex(String text) {
        if (text.length() != 2 * LENGTH) {
            throw MalformedException.because("a hash has 64 hex digits, not " + text.length());
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'f')) {
                throw MalformedException.because("not a lower-case hex digit at " + i);
            }
        }
        return new Hash(HEX.parseHex(text));
    }

    /** Canonical base64 of 32 bytes, as in checkpoints and proofs, or {@link MalformedException}. */
    public static Hash parseBase64(String text) {
        byte[] bytes = StrictBase64.parse(text);
        if (bytes.length != LENGTH) {
            throw MalformedException.because("a hash has 32 bytes, not " + bytes.length);
        }
        return new Hash(bytes);
    }

    public byte[] bytes() {
        return value.clone();
    }

    /** The bytes without a copy, for code that only reads them. */
    byte[] shared() {
        return value;
    }

    public String hex() {
        return HEX.formatHex(value);
    }

    public String base64() {
        return StrictBase64.format(value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash that && Arrays.equals(value, that.value);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(value);
    }

    @Override
    public String toString() {
        return hex();
    }
}
