package dalil.query.record.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import dalil.events.casualty.CasualtyFact;
import dalil.query.record.CasualtyState;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A casualty as the reader sees it. Attributes are keyed by their names in claims.
 *
 * @param version sequence number of the last fact considered
 * @param recorded when it was first recorded
 * @param unit {@code individual}, or {@code group} for people of whom only the number is known
 * @param incident id of the incident in which it happened; absent if none is known
 * @param corroboration state of the review in force, or {@code reported}
 * @param retraction true where it should not stand; absent while it stands
 * @param mergedInto id of the record that stands for this one too; absent while it stands for itself
 * @param namedOut of a group: ids of the people who are recorded by name now
 * @param candidates ids of records that may be the same person's, as far as nobody decided that
 * @param withdrawn claims that nobody makes any more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CasualtyAnswer(
        String id,
        String kind,
        long version,
        RecordLinks record,
        Told recorded,
        Told unit,
        @Nullable Told incident,
        Told corroboration,
        @Nullable Told retraction,
        @Nullable Told mergedInto,
        Map<String, Object> attributes,
        List<InjuryAnswer> injuries,
        List<Told> namedOut,
        List<Told> candidates,
        List<Told> links,
        List<Told> withdrawn) {

    /** An injury of a casualty. */
    record InjuryAnswer(String id, String kind, Map<String, Object> attributes) {}

    static CasualtyAnswer of(List<RecordedFact> stream, ZoneId zone) {
        CasualtyState state = state(stream);
        RecordedFact first = stream.get(0);
        ClaimShown shown = new ClaimShown(zone, "injury");
        return new CasualtyAnswer(
                state.id(),
                "casualty",
                stream.get(stream.size() - 1).sequence(),
                RecordLinks.of("casualties", state.id()),
                Told.byFact(first.recorded(), first.index()),
                Told.byFact(state.isGroup() ? CasualtyFact.GROUP : CasualtyFact.INDIVIDUAL, first.index()),
                state.incident()
                        .map(incident -> Told.byFact(incident, first.index()))
                        .orElse(null),
                RecordShown.corroboration(state),
                RecordShown.retraction(state),
                RecordShown.mergedInto(state),
                RecordShown.attributes(state.claims(), shown),
                state.injuries().entrySet().stream()
                        .map(injury -> new InjuryAnswer(
                                injury.getKey(), "injury", RecordShown.attributes(injury.getValue(), shown)))
                        .toList(),
                state.namedOut().entrySet().stream()
                        .map(named -> RecordShown.done(named.getKey(), named.getValue()))
                        .toList(),
                RecordShown.candidates(state),
                state.links().stream().map(RecordShown::link).toList(),
                RecordShown.withdrawn(state, shown));
    }

    static CasualtyState state(List<RecordedFact> stream) {
        CasualtyState state = new CasualtyState();
        stream.forEach(fact -> state.apply(fact.index(), fact.fact(), fact.meta()));
        return state;
    }
}
