package dalil.transparency.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Arrays;

/** tlog-cosignature, Ed25519: the signature is 8 bytes of POSIX seconds and 64 bytes over a header, the time and the text. */
final class Cosignature {

    private static final int LENGTH = Long.BYTES + Ed25519.SIGNATURE_LENGTH;

    private Cosignature() {}

    static byte[] sign(byte[] seed, String text, long posixSeconds) {
        if (posixSeconds < 0) {
            throw new IllegalArgumentException("no time before 1970: " + posixSeconds);
        }
        return ByteBuffer.allocate(LENGTH)
                .putLong(posixSeconds)
                .put(Ed25519.sign(seed, message(text, posixSeconds)))
                .array();
    }

    static boolean verifies(PublicKey key, String text, byte[] signature) {
        if (signature.length != LENGTH) {
            return false;
        }
        long posixSeconds = posixSeconds(signature);
        // The time must not exceed 2^63-1.
        return posixSeconds >= 0
                && Ed25519.verifies(
                        key, message(text, posixSeconds), Arrays.copyOfRange(signature, Long.BYTES, LENGTH));
    }

    static long posixSeconds(byte[] signature) {
        return ByteBuffer.wrap(signature).getLong();
    }

    private static byte[] message(String text, long posixSeconds) {
        return ("cosignature/v1\ntime " + posixSeconds + "\n" + text).getBytes(StandardCharsets.UTF_8);
    }
}
