package dalil.query.byhand;

import dalil.events.claim.ClaimValue;
import dalil.events.claim.Occurred;
import dalil.events.claim.Place;
import dalil.query.record.ClaimSet;
import dalil.query.record.ClaimState;
import dalil.query.record.ClaimState.Standing;
import java.util.Arrays;
import java.util.List;

/**
 * A live claim as it stands for a unit.
 *
 * @param since ledger index from which its record is read with the unit; -1 where it is the unit's own
 */
record Said(ClaimState claim, long since) {

    /** The live claims of a set that is read with a unit from an index on. */
    static List<Said> live(ClaimSet claims, long since) {
        return claims.all().stream()
                .filter(claim -> claim.withdrawn() == null)
                .map(claim -> new Said(claim, since))
                .toList();
    }

    ClaimValue value() {
        return claim.claim().value();
    }

    boolean isAbout(String attribute) {
        return claim.claim().attribute().equals(attribute);
    }

    boolean accepted() {
        return claim.standing() == Standing.ACCEPTED;
    }

    /** Nobody disputes it, or a person decided that it holds. */
    boolean holds() {
        return accepted() || claim.standing() == Standing.LIVE;
    }

    /** Whether a review saw it hold as it does now. */
    boolean heldBy(long review) {
        return holds() && Math.max(since, claim.changed()) <= review;
    }

    /** What makes two values one. */
    Object same() {
        if (value() instanceof Occurred occurred) {
            return Arrays.asList(occurred.date(), occurred.timeOfDay());
        }
        if (value() instanceof Place place) {
            return Arrays.asList(place.path(), place.precision(), place.spot());
        }
        return value();
    }
}
