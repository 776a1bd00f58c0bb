package dalil.query.unit;

import dalil.events.claim.ClaimValue;
import dalil.query.record.AttributeState;
import dalil.query.record.AttributeState.LiveValue;
import dalil.query.record.AttributeState.Standing;

/**
 * How many people.
 *
 * @param least the lowest number that is claimed
 * @param greatest the highest number that is claimed
 * @param reviewed the least by the number in force, if the review saw it; where numbers contest each other the lowest of them all, if
 *     the review saw one
 */
record GroupSize(long least, long greatest, long reviewed) {

    static final GroupSize ONE = new GroupSize(1, 1, 1);

    /** Of a group. Where nobody gives a number, nobody is counted. */
    static GroupSize of(AttributeState persons, long review) {
        long least = Long.MAX_VALUE;
        long greatest = 0;
        long inForce = 0;
        boolean seen = false;
        for (LiveValue value : persons.values()) {
            if (value.value() instanceof ClaimValue.Range range) {
                least = Math.min(least, range.least());
                greatest = Math.max(greatest, range.greatest());
                seen |= value.heldBy(review);
                inForce = value.certain() && value.heldBy(review) ? range.least() : inForce;
            }
        }
        long lowest = least == Long.MAX_VALUE ? 0 : least;
        if (persons.standing() == Standing.CONTESTED) {
            return new GroupSize(lowest, greatest, seen ? lowest : 0);
        }
        return new GroupSize(lowest, greatest, inForce);
    }

    /** Without those who are counted by name. */
    GroupSize less(int people) {
        return new GroupSize(
                Math.max(0, least - people), Math.max(0, greatest - people), Math.max(0, reviewed - people));
    }
}
