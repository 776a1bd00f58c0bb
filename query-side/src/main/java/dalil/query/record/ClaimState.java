package dalil.query.record;

import dalil.events.claim.Claim;
import dalil.events.claim.ClaimValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One claim and what has become of it.
 *
 * @param claim as it stands: after a correction it holds the right value
 * @param part the part of the record that it is about, such as a use of force; null for the record itself
 * @param made what recorded it
 * @param changed ledger index of the last fact that touched it
 * @param accepted who decided that it holds; null if nobody did, or another claim was accepted in its place since
 * @param withdrawn who withdrew it; null while it is live
 * @param disputes everyone who disputed it, in order
 * @param corrections earlier values, in order
 */
public record ClaimState(
        Claim claim,
        @Nullable String part,
        Mark made,
        long changed,
        @Nullable Mark accepted,
        @Nullable Mark withdrawn,
        List<Mark> disputes,
        List<Correction> corrections) {

    /** How a claim stands. A corrected claim stands as it did; {@link #corrections} tells. */
    public enum Standing {
        LIVE,
        DISPUTED,
        ACCEPTED,
        WITHDRAWN
    }

    /**
     * A value that was entered wrongly.
     *
     * @param before the wrong value
     * @param mark what corrected it
     */
    public record Correction(ClaimValue before, Mark mark) {}

    static ClaimState made(Claim claim, @Nullable String part, Mark mark) {
        return new ClaimState(claim, part, mark, mark.index(), null, null, List.of(), List.of());
    }

    public Standing standing() {
        if (withdrawn != null) {
            return Standing.WITHDRAWN;
        }
        if (accepted != null) {
            return Standing.ACCEPTED;
        }
        return disputes.isEmpty() ? Standing.LIVE : Standing.DISPUTED;
    }

    /** Whether it still says what it says: not withdrawn. A disputed claim is live. */
    public boolean live() {
        return withdrawn == null;
    }

    /** Whether nobody disputes it, or a person decided that it holds. */
    public boolean undisputed() {
        return accepted != null || disputes.isEmpty();
    }

    /** Ledger index of the fact that recorded it. */
    public long index() {
        return made.index();
    }

    /** The same, changed at an index at the earliest. */
    ClaimState notBefore(long index) {
        return changed >= index
                ? this
                : new ClaimState(claim, part, made, index, accepted, withdrawn, disputes, corrections);
    }

    ClaimState acceptedBy(Mark mark) {
        return new ClaimState(claim, part, made, mark.index(), mark, withdrawn, disputes, corrections);
    }

    ClaimState supersededAt(long index) {
        return new ClaimState(claim, part, made, index, null, withdrawn, disputes, corrections);
    }

    ClaimState disputedBy(Mark mark) {
        return new ClaimState(claim, part, made, mark.index(), accepted, withdrawn, with(disputes, mark), corrections);
    }

    ClaimState withdrawnBy(Mark mark) {
        return new ClaimState(claim, part, made, mark.index(), accepted, mark, disputes, corrections);
    }

    ClaimState correctedTo(ClaimValue value, Mark mark) {
        return new ClaimState(
                claim.withValue(value),
                part,
                made,
                mark.index(),
                null, // what was accepted was the value before
                withdrawn,
                disputes,
                with(corrections, new Correction(claim.value(), mark)));
    }

    private static <T> List<T> with(List<T> list, T more) {
        List<T> longer = new ArrayList<>(list);
        longer.add(more);
        return List.copyOf(longer);
    }
}
