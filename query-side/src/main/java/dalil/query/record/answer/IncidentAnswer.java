package dalil.query.record.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import dalil.events.incident.IncidentFact;
import dalil.query.record.AttributeState;
import dalil.query.record.ClaimSet;
import dalil.query.record.ClaimState;
import dalil.query.record.IncidentState;
import dalil.query.record.LinkState;
import dalil.query.record.Mark;
import dalil.query.record.ReviewState;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An incident as the reader sees it. Attributes are keyed by their names in claims.
 *
 * @param version sequence number of the last fact considered
 * @param recorded when it was first recorded
 * @param corroboration state of the review in force, or {@code reported}
 * @param retraction true where it should not stand; absent while it stands
 * @param withdrawn claims that nobody makes any more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record IncidentAnswer(
        String id,
        String kind,
        long version,
        RecordLinks record,
        Told recorded,
        Told corroboration,
        @Nullable Told retraction,
        Map<String, Object> attributes,
        List<ForceUseAnswer> forceUses,
        List<Told> links,
        List<Told> withdrawn) {

    /** A use of force in an incident. */
    record ForceUseAnswer(String id, String kind, Map<String, Object> attributes) {}

    static IncidentAnswer of(List<RecordedFact> stream, ZoneId zone) {
        IncidentState state = new IncidentState();
        stream.forEach(fact -> state.apply(fact.index(), (IncidentFact) fact.fact(), fact.meta()));
        RecordedFact first = stream.get(0);
        ClaimShown shown = new ClaimShown(zone);
        return new IncidentAnswer(
                state.id(),
                "incident",
                stream.get(stream.size() - 1).sequence(),
                RecordLinks.of("incidents", state.id()),
                Told.byFact(first.recorded(), first.index()),
                corroboration(state),
                state.retraction().map(IncidentAnswer::retraction).orElse(null),
                attributes(state.claims(), shown),
                state.forceUses().entrySet().stream()
                        .map(use -> new ForceUseAnswer(use.getKey(), "force-use", attributes(use.getValue(), shown)))
                        .toList(),
                state.links().stream().map(IncidentAnswer::link).toList(),
                withdrawn(state, shown));
    }

    private static Map<String, Object> attributes(ClaimSet claims, ClaimShown shown) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        for (AttributeState attribute : claims.attributes()) {
            attributes.put(attribute.attribute(), shown.attribute(attribute));
        }
        return attributes;
    }

    private static Told corroboration(IncidentState state) {
        @Nullable ReviewState review = state.review().orElse(null);
        if (review == null) {
            return Told.byFact(IncidentState.REPORTED, state.firstIndex());
        }
        Told told = Told.byFact(review.review().state(), review.mark().index())
                .with("review", ReviewShown.of(review.review()))
                .with("by", review.reviewer().isEmpty() ? null : review.reviewer());
        return ClaimShown.text(told, "reason", review.review().reason());
    }

    private static Told retraction(Mark mark) {
        Told told = Told.byFact(true, mark.index()).with("by", mark.actor().isEmpty() ? null : mark.actor());
        return ClaimShown.text(told, "reason", mark.reason());
    }

    private static Told link(LinkState link) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("relation", link.link().relation());
        value.put("to", link.link().to());
        return Told.byFact(value, link.mark().index()).from(link.link().source());
    }

    private static List<Told> withdrawn(IncidentState state, ClaimShown shown) {
        List<ClaimState> all = new ArrayList<>(state.claims().all());
        state.forceUses().values().forEach(use -> all.addAll(use.all()));
        return all.stream().filter(claim -> !claim.live()).map(shown::withdrawn).toList();
    }
}
