package dalil.transparency.checkpoint;

import dalil.transparency.VerificationException;
import dalil.transparency.note.VerifierKey;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Two checkpoints of one size with different roots, both signed with one key: whoever has that key told two stories. The two notes
 * alone prove it to anybody who has the verifier key. Only {@link #between} makes one.
 */
public final class Fork {

    private final SignedCheckpoint one;
    private final SignedCheckpoint other;
    private final VerifierKey key;

    private Fork(SignedCheckpoint one, SignedCheckpoint other, VerifierKey key) {
        this.one = one;
        this.other = other;
        this.key = key;
    }

    /**
     * Empty for checkpoints that may be of one tree; of two sizes, only a consistency proof could tell.
     *
     * @param logs keys that either may be signed with
     * @throws VerificationException if one of the two is not signed with any of them: it proves nothing
     */
    public static Optional<Fork> between(SignedCheckpoint one, SignedCheckpoint other, Collection<VerifierKey> logs) {
        one.verify(logs, List.of());
        other.verify(logs, List.of());
        if (one.checkpoint().size() != other.checkpoint().size()
                || one.checkpoint().root().equals(other.checkpoint().root())) {
            return Optional.empty();
        }
        return logs.stream()
                .filter(key -> signed(one, key) && signed(other, key))
                .findFirst()
                .map(key -> new Fork(one, other, key));
    }

    private static boolean signed(SignedCheckpoint checkpoint, VerifierKey key) {
        try {
            checkpoint.verify(List.of(key), List.of());
            return true;
        } catch (VerificationException anotherKey) {
            return false;
        }
    }

    /** That both were signed with. */
    public VerifierKey key() {
        return key;
    }

    public long size() {
        return one.checkpoint().size();
    }

    /** Both notes, byte for byte, for anybody to check. */
    public String evidence() {
        return text(one) + "\n" + text(other);
    }

    private static String text(SignedCheckpoint checkpoint) {
        return new String(checkpoint.format(), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "two trees of " + size() + " leaves, roots " + one.checkpoint().root() + " and "
                + other.checkpoint().root() + ", both signed with " + key;
    }
}
