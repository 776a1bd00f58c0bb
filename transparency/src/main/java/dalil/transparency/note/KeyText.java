package dalil.transparency.note;

import dalil.transparency.MalformedException;
import dalil.transparency.StrictBase64;
import java.util.Arrays;

/** The three parts that verifier keys and Go's private keys share: {@code <name>+<hex8>+<base64(type ‖ material)>}. */
record KeyText(String name, String keyId, KeyType type, byte[] material) {

    private static final int MAX_CHARS = 4_096;

    static KeyText parse(String text) {
        if (text.length() > MAX_CHARS) {
            throw MalformedException.because("a key has at most " + MAX_CHARS + " characters");
        }
        // Base64 has plus signs of its own, so only the first two divide.
        String[] parts = text.split("\\+", 3);
        if (parts.length != 3) {
            throw MalformedException.because("a key has a name, a key ID and the key itself");
        }
        byte[] bytes = StrictBase64.parse(parts[2]);
        if (bytes.length == 0) {
            throw MalformedException.because("a key begins with its type");
        }
        return new KeyText(parts[0], parts[1], KeyType.of(bytes[0]), Arrays.copyOfRange(bytes, 1, bytes.length));
    }
}
