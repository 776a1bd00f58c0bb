package dalil.command.report.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The body of a form, {@code application/x-www-form-urlencoded} in UTF-8, read within a bound and without letting anything through that
 * is not what a browser sends. Where a name comes twice, the first value counts.
 */
final class FormBody {

    /** A narrative of 256 KiB takes three times that, percent-encoded. */
    static final int MAX_BYTES = 1024 * 1024;

    private static final int MAX_FIELDS = 200;

    private FormBody() {}

    /** More came than is taken. */
    static final class TooLarge extends RuntimeException {
        TooLarge() {
            super("the form is larger than " + MAX_BYTES + " bytes", null, false, false);
        }
    }

    /** Not a form, or not UTF-8. */
    static final class Unreadable extends RuntimeException {
        Unreadable() {
            super("the form cannot be read", null, false, false);
        }
    }

    /**
     * The fields by name; line breaks are what the person typed, not the two characters that forms send for them.
     *
     * @throws TooLarge beyond {@link #MAX_BYTES}
     * @throws Unreadable if it is malformed
     */
    static Map<String, String> read(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new TooLarge();
        }
        Map<String, String> fields = new LinkedHashMap<>();
        String form = text(bytes);
        if (form.isEmpty()) {
            return fields;
        }
        for (String pair : form.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 0 || fields.size() == MAX_FIELDS) {
                throw new Unreadable();
            }
            String value = decoded(pair.substring(equals + 1)).replace("\r\n", "\n");
            fields.putIfAbsent(decoded(pair.substring(0, equals)), value);
        }
        return fields;
    }

    private static String decoded(String encoded) {
        byte[] bytes = encoded.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '+') {
                decoded.write(' ');
            } else if (bytes[i] == '%') {
                decoded.write(digit(bytes, i + 1) << 4 | digit(bytes, i + 2));
                i += 2;
            } else {
                decoded.write(bytes[i]);
            }
        }
        return text(decoded.toByteArray());
    }

    private static int digit(byte[] bytes, int at) {
        int value = at < bytes.length ? Character.digit((char) bytes[at], 16) : -1;
        if (value < 0) {
            throw new Unreadable();
        }
        return value;
    }

    private static String text(byte[] utf8) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw new Unreadable();
        }
    }
}
