package dalil.query.record.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import dalil.query.record.IncidentState;
import dalil.query.record.Together;
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
 * @param absorbed ids of the records that this one stands for: what is said on them is said here too, and says so
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
        List<Told> absorbed,
        Map<String, Object> attributes,
        List<ForceUseAnswer> forceUses,
        List<Told> candidates,
        List<Told> links,
        List<Told> withdrawn) {

    /**
     * A use of force in an incident.
     *
     * @param onRecord id of the absorbed record that it is a part of; absent where it is of this one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ForceUseAnswer(String id, String kind, @Nullable String onRecord, Map<String, Object> attributes) {}

    static IncidentAnswer of(List<RecordedFact> stream, Together<IncidentState> incident, ZoneId zone) {
        IncidentState state = incident.own();
        RecordedFact first = stream.get(0);
        ClaimShown shown = new ClaimShown(zone, "forceUse", incident);
        return new IncidentAnswer(
                state.id(),
                "incident",
                stream.get(stream.size() - 1).sequence(),
                RecordLinks.of("incidents", state.id()),
                Told.byFact(first.recorded(), first.index()),
                RecordShown.corroboration(state),
                RecordShown.retraction(state),
                RecordShown.mergedInto(state),
                RecordShown.absorbed(incident),
                RecordShown.attributes(incident.claims(), shown),
                RecordShown.parts(
                        incident,
                        (use, onRecord, claims) ->
                                new ForceUseAnswer(use, "force-use", onRecord, RecordShown.attributes(claims, shown))),
                RecordShown.candidates(state),
                state.links().stream().map(RecordShown::link).toList(),
                RecordShown.withdrawn(incident, shown));
    }
}
