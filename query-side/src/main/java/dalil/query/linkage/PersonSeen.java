package dalil.query.linkage;

import dalil.events.claim.Claim;
import dalil.events.claim.ClaimValue;
import dalil.events.claim.Occurred;
import dalil.events.claim.Place;
import dalil.query.record.CasualtyState;
import dalil.query.record.ClaimState;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What can tell one person from another, as far as it is claimed on a record.
 *
 * @param names folded parts of each spelling that is claimed
 * @param age least and greatest age that is claimed; null if none is
 * @param days first and last day of the harm; null if none is claimed
 * @param dismissed records of which somebody decided that they are another person's
 * @param counted whether the record stands for somebody: not retracted, not merged, no group
 */
record PersonSeen(
        String id,
        List<List<String>> names,
        ClaimValue.@Nullable Range age,
        Set<String> sexes,
        @Nullable Days days,
        Set<List<String>> places,
        Set<String> outcomes,
        @Nullable String incident,
        Set<String> dismissed,
        boolean counted) {

    static PersonSeen of(CasualtyState state) {
        List<List<String>> names = new ArrayList<>();
        ClaimValue.Range age = null;
        Set<String> sexes = new LinkedHashSet<>();
        Set<String> outcomes = new LinkedHashSet<>();
        Set<List<String>> places = new LinkedHashSet<>();
        Days days = null;
        for (ClaimState said : state.claims().all()) {
            Claim claim = said.claim();
            if (!said.live()) {
                continue;
            }
            if (claim.value() instanceof ClaimValue.Name name) {
                name.name().value().map(one -> NameFolding.parts(one.full())).ifPresent(names::add);
            } else if (claim.attribute().equals("age") && claim.value() instanceof ClaimValue.Range range) {
                age = age == null ? range : wider(age, range);
            } else if (claim.attribute().equals("sex") && claim.value() instanceof ClaimValue.Word word) {
                sexes.add(word.word());
            } else if (claim.attribute().equals("outcome") && claim.value() instanceof ClaimValue.Word word) {
                outcomes.add(word.word());
            } else if (claim.value() instanceof Place place) {
                places.add(place.path());
            } else if (claim.attribute().equals("time") && claim.value() instanceof Occurred occurred) {
                days = Days.wider(days, occurred);
            }
        }
        return new PersonSeen(
                state.id(),
                names,
                age,
                sexes,
                days,
                places,
                outcomes,
                state.incident().orElse(null),
                Set.copyOf(state.dismissed()),
                !state.isGroup()
                        && state.retraction().isEmpty()
                        && state.merger().isEmpty());
    }

    /** Whether it is still to be decided that two records are about one person. */
    boolean isOpenWith(PersonSeen other) {
        return other.counted && !id.equals(other.id) && !dismissed.contains(other.id) && !other.dismissed.contains(id);
    }

    private static ClaimValue.Range wider(ClaimValue.Range one, ClaimValue.Range other) {
        return new ClaimValue.Range(Math.min(one.least(), other.least()), Math.max(one.greatest(), other.greatest()));
    }
}
