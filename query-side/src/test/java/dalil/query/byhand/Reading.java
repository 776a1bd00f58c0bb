package dalil.query.byhand;

import dalil.events.claim.ClaimValue;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the live claims about one attribute say together.
 *
 * @param said those claims
 * @param many whether values hold side by side
 * @param review ledger index of the review that is asked whether it saw them
 */
record Reading(List<Said> said, boolean many, long review) {

    static Reading of(String attribute, boolean many, List<Said> claims, long review) {
        return new Reading(claims.stream().filter(one -> one.isAbout(attribute)).toList(), many, review);
    }

    boolean isNothing() {
        return said.isEmpty();
    }

    /** The accepted value, else the only undisputed one; null where that is none. */
    @Nullable Object inForce() {
        Object accepted = only(Said::accepted);
        return accepted != null ? accepted : only(Said::holds);
    }

    private @Nullable Object only(Predicate<Said> test) {
        Set<Object> found = new HashSet<>();
        said.stream().filter(test).forEach(one -> found.add(one.same()));
        return found.size() == 1 ? found.iterator().next() : null;
    }

    boolean isContested() {
        return !many && !isNothing() && inForce() == null;
    }

    /** Whether the review saw this value hold. */
    boolean isCertain(Object value) {
        return (many || value.equals(inForce()))
                && said.stream().anyMatch(one -> one.same().equals(value) && one.heldBy(review));
    }

    /** Every value once, with whether it is certain. */
    Map<ClaimValue, Boolean> values() {
        Map<Object, ClaimValue> first = new LinkedHashMap<>();
        said.forEach(one -> first.putIfAbsent(one.same(), one.value()));
        Map<ClaimValue, Boolean> values = new LinkedHashMap<>();
        first.forEach((same, value) -> values.put(value, isCertain(same)));
        return values;
    }

    /** Cells, where each value has the cells that are given for it; those are certain only if the value is. */
    Map<String, Boolean> cells(String nothing, Function<ClaimValue, Map<String, Boolean>> ofValue) {
        Map<String, Boolean> cells = new LinkedHashMap<>();
        if (isNothing()) {
            cells.put(nothing, false);
        }
        if (isContested()) {
            cells.put("contested", false);
        }
        values().forEach((value, certain) ->
                ofValue.apply(value).forEach((cell, sure) -> cells.merge(cell, sure && certain, Boolean::logicalOr)));
        return cells;
    }

    Map<String, Boolean> words() {
        return cells("not-stated", value -> Map.of(word(value), true));
    }

    static String word(ClaimValue value) {
        return value instanceof ClaimValue.Word word ? word.word() : ((ClaimValue.Answer) value).answer();
    }
}
