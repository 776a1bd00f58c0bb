package dalil.ledger;

import java.util.Arrays;

/**
 * What a request led to, kept for as long as the ledger.
 *
 * @param digest HMAC of the canonical request under the ledger's own secret ({@link Ledger#digest})
 * @param firstIndex index of its first fact
 * @param count how many facts, contiguous from there
 */
@SuppressWarnings("ArrayRecordComponent") // equals and hashCode below compare the content
public record RequestAnswer(byte[] digest, long firstIndex, int count) {

    /** Whether this answers the same content, and not another request under the same id. */
    public boolean answers(byte[] otherDigest) {
        return Arrays.equals(digest, otherDigest);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RequestAnswer that
                && answers(that.digest)
                && firstIndex == that.firstIndex
                && count == that.count;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(firstIndex);
    }

    @Override
    public String toString() {
        return "facts " + firstIndex + " to " + (firstIndex + count - 1);
    }
}
