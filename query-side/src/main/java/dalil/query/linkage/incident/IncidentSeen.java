package dalil.query.linkage.incident;

import dalil.events.claim.Claim;
import dalil.events.claim.ClaimValue;
import dalil.events.claim.Occurred;
import dalil.events.claim.Place;
import dalil.query.linkage.Days;
import dalil.query.record.ClaimSet;
import dalil.query.record.ClaimState;
import dalil.query.record.IncidentState;
import dalil.query.unit.HourSpan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What can tell one incident from another, as far as it is claimed on a record.
 *
 * @param days first and last day that is claimed; null if none is
 * @param hours that are claimed, of the first day; null if none are
 * @param text words of titles and narratives
 * @param labels words of labels
 * @param weapons of all uses of force
 * @param usedBy of all uses of force
 * @param dismissed records of which somebody decided that they are about another incident
 * @param stands whether it can be a candidate: not retracted, and not merged into another
 */
record IncidentSeen(
        String id,
        @Nullable Days days,
        @Nullable HourSpan hours,
        Set<PlaceSeen> places,
        WordSet text,
        WordSet labels,
        Set<String> weapons,
        Set<String> usedBy,
        Set<String> dismissed,
        boolean stands) {

    static IncidentSeen of(IncidentState state) {
        Days days = null;
        HourSpan hours = null;
        Set<PlaceSeen> places = new LinkedHashSet<>();
        List<String> text = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (ClaimState said : state.claims().all()) {
            Claim claim = said.claim();
            if (!said.live()) {
                continue;
            }
            if (claim.value() instanceof Occurred occurred && claim.attribute().equals("time")) {
                days = Days.wider(days, occurred);
                hours = wider(hours, occurred.timeOfDay());
            } else if (claim.value() instanceof Place place) {
                places.add(PlaceSeen.of(place));
            } else if (claim.value() instanceof ClaimValue.Text narrative) {
                narrative.text().value().ifPresent(text::add);
            } else if (claim.value() instanceof ClaimValue.Word word
                    && claim.attribute().equals("title")) {
                text.add(word.word());
            } else if (claim.value() instanceof ClaimValue.Word word
                    && claim.attribute().equals("label")) {
                labels.add(word.word());
            }
        }
        return new IncidentSeen(
                state.id(),
                days,
                hours,
                Set.copyOf(places),
                WordSet.of(text),
                WordSet.of(labels),
                words(state, "weapon"),
                words(state, "used-by"),
                Set.copyOf(state.dismissed()),
                state.retraction().isEmpty() && state.merger().isEmpty());
    }

    /** Whether it is still to be decided that two records are about one incident. */
    boolean isOpenWith(IncidentSeen other) {
        return stands
                && other.stands
                && !id.equals(other.id)
                && !dismissed.contains(other.id)
                && !other.dismissed.contains(id);
    }

    private static Set<String> words(IncidentState state, String attribute) {
        Set<String> words = new HashSet<>();
        for (ClaimSet claims : state.forceUses().values()) {
            for (ClaimState said : claims.all()) {
                if (said.live()
                        && said.claim().attribute().equals(attribute)
                        && said.claim().value() instanceof ClaimValue.Word word
                        && !word.word().equals("unknown")) {
                    words.add(word.word().intern());
                }
            }
        }
        return Set.copyOf(words);
    }

    private static @Nullable HourSpan wider(@Nullable HourSpan hours, Occurred.@Nullable Hours more) {
        HourSpan said = more == null ? null : HourSpan.of(more);
        if (hours == null || said == null) {
            return hours == null ? said : hours;
        }
        return new HourSpan(Math.min(hours.first(), said.first()), Math.max(hours.last(), said.last()));
    }
}
