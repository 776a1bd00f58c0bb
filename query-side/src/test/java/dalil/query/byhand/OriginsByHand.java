package dalil.query.byhand;

import dalil.events.review.Review;
import dalil.events.source.SourceFact;
import dalil.query.facts.FactSource.SourcedFact;
import dalil.query.record.RecordState;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From whom every source has what it says, followed one step after the other. */
final class OriginsByHand {

    private final Map<String, String> origins = new HashMap<>();

    /** The next fact, whatever it is about. */
    void take(SourcedFact fact) {
        if (fact.fact() instanceof SourceFact.Registered registered) {
            origins.put(registered.id(), registered.origin());
        } else if (fact.fact() instanceof SourceFact.OriginCorrected corrected && fact.stream() != null) {
            origins.put(fact.stream().substring("source/".length()), corrected.origin());
        }
    }

    /** How many origins these sources have, with whether the review found just these. */
    Map<String, Boolean> cells(Collection<String> standing, RecordState reviewed) {
        Set<String> found = new HashSet<>();
        reviewed.review().ifPresent(state -> {
            Review review = state.review();
            found.addAll(review.origins());
            if (review.evidence() != null) {
                found.add(review.evidence().source());
            }
            if (review.confirmation() != null) {
                found.add(review.confirmation().source());
            }
        });
        Set<String> ends = ends(standing);
        return Map.of(Integer.toString(ends.size()), ends.equals(ends(found)));
    }

    private Set<String> ends(Collection<String> sources) {
        Set<String> ends = new HashSet<>();
        for (String source : sources) {
            String end = end(source);
            if (end != null) {
                ends.add(end);
            }
        }
        return ends;
    }

    private @Nullable String end(String source) {
        Set<String> passed = new HashSet<>();
        String at = source;
        while (passed.add(at)) {
            String origin = origins.get(at);
            if (origin == null || origin.equals("unknown")) {
                return null;
            }
            if (origin.equals("self") || origin.equals(at)) {
                return at;
            }
            at = origin;
        }
        return null;
    }
}
