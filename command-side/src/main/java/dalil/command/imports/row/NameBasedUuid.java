package dalil.command.imports.row;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** UUIDs of version 5, RFC 9562 section 5.5: the same namespace and name give the same UUID everywhere and always. */
public final class NameBasedUuid {

    private NameBasedUuid() {}

    /**
     * The UUID of a name that has several parts: the UUID of the first part is the namespace of the second, and so on, so that
     * {@code ("a", "bc")} and {@code ("ab", "c")} differ.
     */
    public static UUID of(UUID namespace, String... name) {
        UUID id = namespace;
        for (String part : name) {
            id = ofOne(id, part);
        }
        return id;
    }

    private static UUID ofOne(UUID namespace, String name) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        byte[] hashed = sha1(ByteBuffer.allocate(16 + text.length)
                .putLong(namespace.getMostSignificantBits())
                .putLong(namespace.getLeastSignificantBits())
                .put(text)
                .array());
        hashed[6] = (byte) (hashed[6] & 0x0f | 0x50); // version 5
        hashed[8] = (byte) (hashed[8] & 0x3f | 0x80); // the variant of RFC 9562
        ByteBuffer first16 = ByteBuffer.wrap(hashed, 0, 16);
        return new UUID(first16.getLong(), first16.getLong());
    }

    private static byte[] sha1(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-1", impossible);
        }
    }
}
