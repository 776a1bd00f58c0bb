package dalil.transparency.tree;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash functions of RFC 6962 §2.1 over SHA-256. */
public final class Hashes {

    // §2.1: the prefixes keep a leaf from ever passing for a node.
    private static final byte LEAF = 0x00;
    private static final byte NODE = 0x01;

    // digest() resets the instance, so one per thread serves every call.
    private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(Hashes::newSha256);

    private static final Hash EMPTY = sha256();

    private Hashes() {}

    /** SHA-256(0x00 ‖ record). */
    public static Hash leaf(byte[] record) {
        MessageDigest digest = SHA_256.get();
        digest.update(LEAF);
        return Hash.adopt(digest.digest(record));
    }

    /** SHA-256(0x01 ‖ left ‖ right). */
    public static Hash node(Hash left, Hash right) {
        MessageDigest digest = SHA_256.get();
        digest.update(NODE);
        digest.update(left.shared());
        return Hash.adopt(digest.digest(right.shared()));
    }

    /** SHA-256 of the parts, one after the other. */
    public static Hash sha256(byte[]... parts) {
        MessageDigest digest = SHA_256.get();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return Hash.adopt(digest.digest());
    }

    /** The root of the tree without leaves: SHA-256 of nothing. */
    public static Hash empty() {
        return EMPTY;
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
