package dalil.transparency.json;

import dalil.transparency.MalformedException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one flat canonical object. Whatever RFC 8785 would have written otherwise is refused at its byte. */
final class CanonicalReader {

    private final byte[] json;
    private int at;

    CanonicalReader(byte[] json) {
        this.json = json;
    }

    Map<String, String> readObject() {
        if (json.length > StringRecord.MAX_BYTES) {
            throw MalformedException.atByte(StringRecord.MAX_BYTES, "longer than " + StringRecord.MAX_BYTES + " bytes");
        }
        Map<String, String> members = new LinkedHashMap<>();
        expect('{');
        if (peek() != '}') {
            String previous = readMember(members, null);
            while (peek() == ',') {
                at++;
                previous = readMember(members, previous);
            }
        }
        expect('}');
        if (at != json.length) {
            throw malformed("bytes after the object");
        }
        return Collections.unmodifiableMap(members);
    }

    private String readMember(Map<String, String> members, @Nullable String previous) {
        int start = at;
        String name = readString();
        // §3.2.3: strictly ascending, so a duplicate shows here too.
        if (previous != null && name.compareTo(previous) <= 0) {
            throw MalformedException.atByte(start, name.equals(previous) ? "duplicate name" : "name out of order");
        }
        expect(':');
        members.put(name, readString());
        return name;
    }

    private String readString() {
        expect('"');
        int start = at;
        while (at < json.length && isPlain(json[at])) {
            at++;
        }
        if (peek() == '"') {
            // Nearly every string of a record ends here.
            return new String(json, start, at++ - start, StandardCharsets.ISO_8859_1);
        }
        StringBuilder value = new StringBuilder();
        value.append(new String(json, start, at - start, StandardCharsets.ISO_8859_1));
        while (peek() != '"') {
            readCharacter(value);
        }
        at++;
        return value.toString();
    }

    private static boolean isPlain(byte b) {
        // Bytes from 0x80 up are negative.
        return b >= 0x20 && b != '"' && b != '\\';
    }

    private void readCharacter(StringBuilder value) {
        if (at == json.length) {
            throw malformed("the string does not end");
        }
        byte b = json[at];
        if (b == '\\') {
            readEscape(value);
        } else if (b < 0) {
            Utf8 sequence = Utf8.at(json, at);
            value.appendCodePoint(sequence.point());
            at += sequence.length();
        } else if (b < 0x20) {
            throw malformed("control character not escaped");
        } else {
            value.append((char) b);
            at++;
        }
    }

    private void readEscape(StringBuilder value) {
        int start = at++;
        int letter = peek();
        int control = Escapes.controlOf(letter);
        if (letter == '"' || letter == '\\') {
            value.append((char) letter);
        } else if (control >= 0) {
            value.append((char) control);
        } else if (letter == 'u') {
            value.append(readHexEscape(start));
        } else {
            throw MalformedException.atByte(start, "not an escape RFC 8785 writes");
        }
        at++;
    }

    /** Leaves the position on the last digit. */
    private char readHexEscape(int start) {
        int point = 0;
        for (int i = 0; i < 4; i++) {
            at++;
            int digit = "0123456789abcdef".indexOf(peek());
            if (digit < 0) {
                throw MalformedException.atByte(start, "not four lower-case hex digits");
            }
            point = point << 4 | digit;
        }
        if (point >= 0x20 || Escapes.letterOf(point) != 0) {
            throw MalformedException.atByte(start, "not an escape RFC 8785 writes");
        }
        return (char) point;
    }

    private int peek() {
        return at < json.length ? json[at] : -1;
    }

    private void expect(char c) {
        if (peek() != c) {
            throw malformed("expected " + c);
        }
        at++;
    }

    private MalformedException malformed(String what) {
        return MalformedException.atByte(at, what);
    }
}
