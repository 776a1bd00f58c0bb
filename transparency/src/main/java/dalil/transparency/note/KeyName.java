package dalil.transparency.note;

import dalil.transparency.tree.Hashes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** What signed-note says of key names and key IDs. */
final class KeyName {

    private static final int NEXT_LINE = 0x85;

    private KeyName() {}

    /** Not empty, no Unicode space, no plus, and nothing a note could not hold. */
    static boolean isValid(String name) {
        return !name.isEmpty() && NoteText.isWellFormed(name) && name.chars().noneMatch(KeyName::isForbidden);
    }

    private static boolean isForbidden(int c) {
        return c == '+' || c == NEXT_LINE || Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** SHA-256(name ‖ 0x0A ‖ type ‖ public key)[:4], big-endian. */
    static int keyId(String name, KeyType type, byte[] publicKey) {
        byte[] prefix = (name + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] digest =
                Hashes.sha256(prefix, new byte[] {type.identifier()}, publicKey).bytes();
        return ByteBuffer.wrap(digest).getInt();
    }
}
