package dalil.ledger.record;

import dalil.transparency.tree.Hash;
import dalil.transparency.tree.Hashes;
import java.security.SecureRandom;

/**
 * Bytes of a fact with the salt that hides them behind their hash. By hand: {@code cat salt bytes | sha256sum}.
 *
 * @param salt 32 random bytes, stored beside the bytes and destroyed with them; none where they were
 * @param bytes canonical JSON; none where it was erased
 * @param hash SHA-256(salt ‖ bytes)
 */
@SuppressWarnings("ArrayRecordComponent") // carried from the caller's thread to the store, never compared
public record Section(byte[] salt, byte[] bytes, Hash hash) {

    public static final int SALT_LENGTH = 32;

    public static Section salted(byte[] bytes, SecureRandom random) {
        byte[] salt = new byte[SALT_LENGTH];
        random.nextBytes(salt);
        return new Section(salt, bytes, hash(salt, bytes));
    }

    /** What is left of a section once it was erased. */
    public static Section erased(Hash hash) {
        return new Section(new byte[0], new byte[0], hash);
    }

    public boolean isErased() {
        return salt.length == 0;
    }

    public static Hash hash(byte[] salt, byte[] bytes) {
        return Hashes.sha256(salt, bytes);
    }
}
