package dalil.transparency;

import java.util.Base64;

/** RFC 4648 §4 with padding, in its one canonical spelling: the JDK's decoder alone takes missing padding and stray bits. */
public final class StrictBase64 {

    private StrictBase64() {}

    public static String format(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** Throws {@link MalformedException} unless {@link #format} of the answer gives the same text back. */
    public static byte[] parse(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            throw MalformedException.because("not base64");
        }
        // Two spellings of one value would let a byte change unnoticed.
        if (!format(bytes).equals(text)) {
            throw MalformedException.because("not canonical base64");
        }
        return bytes;
    }
}
