package dalil.query.record.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import dalil.query.record.IncidentState;
import java.time.ZoneId;
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
 * @param mergedInto id of the record that stands for this one too; absent while it stands for itself
 * @param candidates ids of records that may be about the same incident, as far as nobody decided that
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
        @Nullable Told mergedInto,
        Map<String, Object> attributes,
        List<ForceUseAnswer> forceUses,
        List<Told> candidates,
        List<Told> links,
        List<Told> withdrawn) {

    /** A use of force in an incident. */
    record ForceUseAnswer(String id, String kind, Map<String, Object> attributes) {}

    static IncidentAnswer of(List<RecordedFact> stream, ZoneId zone) {
        IncidentState state = new IncidentState();
        stream.forEach(fact -> state.apply(fact.index(), fact.fact(), fact.meta()));
        RecordedFact first = stream.get(0);
        ClaimShown shown = new ClaimShown(zone, "forceUse");
        return new IncidentAnswer(
                state.id(),
                "incident",
                stream.get(stream.size() - 1).sequence(),
                RecordLinks.of("incidents", state.id()),
                Told.byFact(first.recorded(), first.index()),
                RecordShown.corroboration(state),
                RecordShown.retraction(state),
                RecordShown.mergedInto(state),
                RecordShown.attributes(state.claims(), shown),
                state.forceUses().entrySet().stream()
                        .map(use -> new ForceUseAnswer(
                                use.getKey(), "force-use", RecordShown.attributes(use.getValue(), shown)))
                        .toList(),
                RecordShown.candidates(state),
                state.links().stream().map(RecordShown::link).toList(),
                RecordShown.withdrawn(state, shown));
    }
}
