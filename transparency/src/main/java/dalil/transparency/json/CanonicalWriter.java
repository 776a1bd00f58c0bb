package dalil.transparency.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes RFC 8785 §3.2.2.2 strings as UTF-8 into a bounded buffer. */
final class CanonicalWriter {

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    // A char gives at most 6 bytes, as backslash-u and four digits.
    private static final int MOST_BYTES_PER_CHAR = 6;

    private byte[] buffer = new byte[512];
    private int length;

    void writeAscii(char c) {
        ensure(1);
        buffer[length++] = (byte) c;
    }

    void writeString(String value) {
        ensure(2L + (long) MOST_BYTES_PER_CHAR * value.length());
        put('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < 0x80) {
                putAscii(c);
            } else if (c < 0x800) {
                put(0xc0 | c >> 6);
                put(0x80 | c & 0x3f);
            } else if (!Character.isSurrogate(c)) {
                put(0xe0 | c >> 12);
                put(0x80 | c >> 6 & 0x3f);
                put(0x80 | c & 0x3f);
            } else {
                putPair(value, i++);
            }
        }
        put('"');
    }

    byte[] toBytes() {
        if (length > StringRecord.MAX_BYTES) {
            throw tooLong();
        }
        return Arrays.copyOf(buffer, length);
    }

    /** §3.2.2.2: the five short escapes, quote and backslash, \\u00xx in lower case for other controls, the rest as it is. */
    private void putAscii(char c) {
        if (c >= 0x20) {
            if (c == '"' || c == '\\') {
                put('\\');
            }
            put(c);
            return;
        }
        put('\\');
        int escape = Escapes.letterOf(c);
        if (escape != 0) {
            put(escape);
            return;
        }
        put('u');
        put('0');
        put('0');
        put(HEX[c >> 4]);
        put(HEX[c & 0xf]);
    }

    private void putPair(String value, int at) {
        char high = value.charAt(at);
        if (!Character.isHighSurrogate(high)
                || at + 1 == value.length()
                || !Character.isLowSurrogate(value.charAt(at + 1))) {
            throw new IllegalArgumentException("lone surrogate at char " + at);
        }
        int point = Character.toCodePoint(high, value.charAt(at + 1));
        put(0xf0 | point >> 18);
        put(0x80 | point >> 12 & 0x3f);
        put(0x80 | point >> 6 & 0x3f);
        put(0x80 | point & 0x3f);
    }

    private void put(int b) {
        buffer[length++] = (byte) b;
    }

    private void ensure(long more) {
        if (length > StringRecord.MAX_BYTES || more > (long) MOST_BYTES_PER_CHAR * StringRecord.MAX_BYTES) {
            throw tooLong();
        }
        if (length + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, (int) Math.max(length + more, 2L * buffer.length));
        }
    }

    private static IllegalArgumentException tooLong() {
        return new IllegalArgumentException("a record has at most " + StringRecord.MAX_BYTES + " bytes");
    }
}
