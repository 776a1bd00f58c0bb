package dalil.ledger.record;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dalil.transparency.MalformedException;
import dalil.transparency.tree.Hash;

/** Reads a record's bytes from left to right against the form that {@link RecordCodec} writes. */
final class RecordForm {

    private static final int HASH_DIGITS = 2 * Hash.LENGTH;

    private final byte[] bytes;
    private int position;

    RecordForm(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean next(String literal) {
        if (position + literal.length() > bytes.length) {
            return false;
        }
        for (int i = 0; i < literal.length(); i++) {
            if (bytes[position + i] != literal.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    String name(String before) {
        expect(before);
        int start = position;
        while (position < bytes.length && FactRecord.isPlain(bytes[position])) {
            position++;
        }
        int length = position - start;
        if (length == 0 || length > FactRecord.MAX_NAME) {
            throw malformed("a name of " + length + " characters");
        }
        return text(start, length);
    }

    /** A decimal from 0 to 2^63-1 without leading zeros. */
    long number(String before) {
        expect(before);
        int start = position;
        long value = 0;
        while (position < bytes.length && bytes[position] >= '0' && bytes[position] <= '9') {
            int digit = bytes[position] - '0';
            if (value > (Long.MAX_VALUE - digit) / 10) {
                throw malformed("a number above 2^63-1");
            }
            value = value * 10 + digit;
            position++;
        }
        if (position == start || (bytes[start] == '0' && position > start + 1)) {
            throw malformed("not a number without leading zeros");
        }
        return value;
    }

    long time(String before) {
        expect(before);
        return RecordTime.parse(take(RecordTime.LENGTH));
    }

    Hash hash(String before) {
        expect(before);
        return Hash.parseHex(take(HASH_DIGITS));
    }

    void end(String literal) {
        expect(literal);
        if (position != bytes.length) {
            throw malformed("bytes after the end of the record");
        }
    }

    private String take(int length) {
        if (position + length > bytes.length) {
            throw malformed("a record that ends too soon");
        }
        String text = text(position, length);
        position += length;
        return text;
    }

    private void expect(String literal) {
        if (!next(literal)) {
            throw malformed("not the form of a record");
        }
        position += literal.length();
    }

    private String text(int start, int length) {
        return new String(bytes, start, length, ISO_8859_1);
    }

    private MalformedException malformed(String what) {
        return MalformedException.atByte(position, what);
    }
}
