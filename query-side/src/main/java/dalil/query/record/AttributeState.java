package dalil.query.record;

import dalil.events.claim.ClaimValue;
import dalil.events.claim.Occurred;
import dalil.events.claim.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is said about one attribute, all live claims together.
 *
 * @param attribute its name on the wire
 * @param standing whether there is a value in force
 * @param values every live value once, in the order in which it was first said
 */
public record AttributeState(String attribute, Standing standing, List<LiveValue> values) {

    /** Whether there is a value in force. */
    public enum Standing {
        NOT_STATED,
        /** One value is certain: it was accepted, or is the only undisputed one. */
        IN_FORCE,
        /** No single value holds; all are shown. */
        CONTESTED,
        /** The attribute is many-valued: values do not contest each other. */
        SIDE_BY_SIDE
    }

    /**
     * A value that at least one live claim says.
     *
     * @param value as the first of its claims has it
     * @param certain whether it is the value in force; of a many-valued attribute, whether some claim for it is undisputed
     * @param claims all live claims that say it
     */
    public record LiveValue(ClaimValue value, boolean certain, List<ClaimState> claims) {

        /** Whether a claim for it that holds stood, as it stands now, when a review was made. */
        public boolean heldBy(long review) {
            for (ClaimState claim : claims) {
                if (claim.undisputed() && claim.changed() <= review) {
                    return true;
                }
            }
            return false;
        }
    }

    /**
     * The same as far as a review can speak about it: a value is certain only if a claim that makes it so stood, as it stands now,
     * when the review was made. What was disputed then and is said again since waits for the next review.
     *
     * @param review ledger index of the review
     */
    public AttributeState seenBy(long review) {
        boolean all = true;
        for (LiveValue value : values) {
            all &= !value.certain() || value.heldBy(review);
        }
        if (all) {
            return this;
        }
        List<LiveValue> seen = new ArrayList<>(values.size());
        for (LiveValue value : values) {
            seen.add(new LiveValue(value.value(), value.certain() && value.heldBy(review), value.claims()));
        }
        return new AttributeState(attribute, standing, List.copyOf(seen));
    }

    /** The value in force; empty where the attribute is not stated, contested or many-valued. */
    public Optional<ClaimValue> inForce() {
        return standing == Standing.IN_FORCE
                ? values.stream()
                        .filter(LiveValue::certain)
                        .map(LiveValue::value)
                        .findFirst()
                : Optional.empty();
    }

    static AttributeState of(String attribute, boolean many, List<ClaimState> live) {
        if (live.isEmpty()) {
            return new AttributeState(attribute, Standing.NOT_STATED, List.of());
        }
        Map<Object, List<ClaimState>> byValue = new LinkedHashMap<>();
        for (ClaimState claim : live) {
            byValue.computeIfAbsent(open(claim), any -> new ArrayList<>(1)).add(claim);
        }
        if (many) {
            return new AttributeState(
                    attribute, Standing.SIDE_BY_SIDE, values(byValue.values(), AttributeState::undisputed));
        }
        List<ClaimState> holds = only(byValue.values(), AttributeState::accepted);
        List<ClaimState> inForce = holds == null ? only(byValue.values(), AttributeState::undisputed) : holds;
        return new AttributeState(
                attribute,
                inForce == null ? Standing.CONTESTED : Standing.IN_FORCE,
                values(byValue.values(), claims -> claims == inForce));
    }

    /** The one list that passes; null if none or several do. */
    private static @Nullable List<ClaimState> only(
            Collection<List<ClaimState>> said, Predicate<List<ClaimState>> test) {
        List<ClaimState> found = null;
        for (List<ClaimState> claims : said) {
            if (test.test(claims)) {
                if (found != null) {
                    return null;
                }
                found = claims;
            }
        }
        return found;
    }

    private static List<LiveValue> values(Collection<List<ClaimState>> said, Predicate<List<ClaimState>> certain) {
        List<LiveValue> values = new ArrayList<>(said.size());
        for (List<ClaimState> claims : said) {
            values.add(new LiveValue(claims.get(0).claim().value(), certain.test(claims), List.copyOf(claims)));
        }
        return List.copyOf(values);
    }

    private static boolean accepted(List<ClaimState> claims) {
        for (ClaimState claim : claims) {
            if (claim.accepted() != null) {
                return true;
            }
        }
        return false;
    }

    private static boolean undisputed(List<ClaimState> claims) {
        for (ClaimState claim : claims) {
            if (claim.undisputed()) {
                return true;
            }
        }
        return false;
    }

    /**
     * What makes two values one. Protected parts do not count, so that neither an erasure nor the reader's role ever changes
     * whether an attribute is contested; free texts are never one.
     */
    private static Object open(ClaimState state) {
        ClaimValue value = state.claim().value();
        if (value instanceof Occurred occurred) {
            return Arrays.asList(occurred.date(), occurred.timeOfDay());
        }
        if (value instanceof Place place) {
            return Arrays.asList(place.path(), place.precision(), place.spot());
        }
        if (value instanceof ClaimValue.Text) {
            return state.claim().id();
        }
        return value;
    }
}
