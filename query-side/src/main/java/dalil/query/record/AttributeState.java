package dalil.query.record;

import dalil.events.claim.ClaimValue;
import dalil.events.claim.Occurred;
import dalil.events.claim.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

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
    public record LiveValue(ClaimValue value, boolean certain, List<ClaimState> claims) {}

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
        Map<Object, List<ClaimState>> byValue = new LinkedHashMap<>();
        for (ClaimState claim : live) {
            byValue.computeIfAbsent(open(claim), any -> new ArrayList<>(1)).add(claim);
        }
        if (byValue.isEmpty()) {
            return new AttributeState(attribute, Standing.NOT_STATED, List.of());
        }
        List<List<ClaimState>> said = List.copyOf(byValue.values());
        if (many) {
            return new AttributeState(attribute, Standing.SIDE_BY_SIDE, values(said, AttributeState::undisputed));
        }
        Optional<List<ClaimState>> holds = only(said, AttributeState::accepted);
        if (holds.isEmpty()) {
            holds = only(said, AttributeState::undisputed);
        }
        List<ClaimState> inForce = holds.orElse(List.of());
        return new AttributeState(
                attribute,
                inForce.isEmpty() ? Standing.CONTESTED : Standing.IN_FORCE,
                values(said, claims -> claims == inForce));
    }

    private static Optional<List<ClaimState>> only(List<List<ClaimState>> said, Predicate<List<ClaimState>> test) {
        List<List<ClaimState>> found = said.stream().filter(test).toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private static List<LiveValue> values(List<List<ClaimState>> said, Predicate<List<ClaimState>> certain) {
        return said.stream()
                .map(claims -> new LiveValue(claims.get(0).claim().value(), certain.test(claims), List.copyOf(claims)))
                .toList();
    }

    private static boolean accepted(List<ClaimState> claims) {
        return claims.stream().anyMatch(claim -> claim.accepted() != null);
    }

    private static boolean undisputed(List<ClaimState> claims) {
        return claims.stream().anyMatch(ClaimState::undisputed);
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
