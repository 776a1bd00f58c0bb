package dalil.query.record.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import dalil.events.casualty.CasualtyFact;
import dalil.query.record.CasualtyState;
import dalil.query.record.Together;
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
 * @param absorbed ids of the records that this one stands for: what is said on them is said here too, and says so
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
        List<Told> absorbed,
        Map<String, Object> attributes,
        List<InjuryAnswer> injuries,
        List<Told> namedOut,
        List<Told> candidates,
        List<Told> links,
        List<Told> withdrawn) {

    /**
     * An injury of a casualty.
     *
     * @param onRecord id of the absorbed record that it is a part of; absent where it is of this one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record InjuryAnswer(String id, String kind, @Nullable String onRecord, Map<String, Object> attributes) {}

    static CasualtyAnswer of(List<RecordedFact> stream, Together<CasualtyState> person, ZoneId zone) {
        CasualtyState state = person.own();
        RecordedFact first = stream.get(0);
        ClaimShown shown = new ClaimShown(zone, "injury", person);
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
                RecordShown.absorbed(person),
                RecordShown.attributes(person.claims(), shown),
                RecordShown.parts(
                        person,
                        (injury, onRecord, claims) ->
                                new InjuryAnswer(injury, "injury", onRecord, RecordShown.attributes(claims, shown))),
                state.namedOut().entrySet().stream()
                        .map(named -> RecordShown.done(named.getKey(), named.getValue()))
                        .toList(),
                RecordShown.candidates(state),
                state.links().stream().map(RecordShown::link).toList(),
                RecordShown.withdrawn(person, shown));
    }
}
