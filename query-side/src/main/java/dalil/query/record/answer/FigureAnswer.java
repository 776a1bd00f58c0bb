package dalil.query.record.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import dalil.events.Protected;
import dalil.events.claim.Occurred;
import dalil.events.figure.Figure;
import dalil.events.figure.FigureFact;
import dalil.query.record.FigureState;
import dalil.query.record.FigureState.Correction;
import dalil.query.record.FigureState.Withdrawal;
import dalil.query.record.answer.HistoryEntry.Change;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A published total as the reader sees it.
 *
 * @param version sequence number of the last fact considered
 * @param recorded when it was first recorded
 * @param attributes what the figure says, by the names of the form; each said by the publisher
 * @param retraction true where the record should not stand; absent while it stands
 * @param withdrawnByPublisher the publisher's own words where it took the figure back
 * @param corrected what we had entered before
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FigureAnswer(
        String id,
        String kind,
        long version,
        RecordLinks record,
        Told recorded,
        Map<String, Told> attributes,
        @Nullable Told retraction,
        @Nullable Told withdrawnByPublisher,
        List<Told> disputedBy,
        List<Told> followedBy,
        List<Told> corrected) {

    static FigureAnswer of(List<RecordedFact> stream, ZoneId zone) {
        FigureState state = new FigureState();
        stream.forEach(fact -> state.apply(fact.index(), (FigureFact) fact.fact(), fact.meta()));
        RecordedFact first = stream.get(0);
        Map<String, Told> attributes = new LinkedHashMap<>();
        members(state.figure()).forEach((name, value) -> attributes.put(name, told(state, value, zone)));
        state.dataset().ifPresent(dataset -> attributes.put("dataset", Told.byFact(dataset, state.firstIndex())));
        return new FigureAnswer(
                state.id(),
                "figure",
                stream.get(stream.size() - 1).sequence(),
                RecordLinks.of("figures", state.id()),
                Told.byFact(first.recorded(), first.index()),
                attributes,
                state.retraction().map(mark -> RecordShown.done(true, mark)).orElse(null),
                state.withdrawal().map(FigureAnswer::withdrawal).orElse(null),
                state.disputes().stream()
                        .map(mark -> RecordShown.done(true, mark).from(mark.source()))
                        .toList(),
                state.next().stream()
                        .map(next -> RecordShown.done(next.figure(), next.mark()))
                        .toList(),
                state.corrections().stream().map(FigureAnswer::corrected).toList());
    }

    /** What happened to the figure, fact by fact, with what changed. */
    static List<HistoryEntry> history(List<RecordedFact> stream) {
        List<HistoryEntry> entries = new ArrayList<>();
        Figure before = null;
        for (RecordedFact recorded : stream) {
            FigureFact fact = (FigureFact) recorded.fact();
            if (fact instanceof FigureFact.Published published) {
                before = published.figure();
                entries.add(HistoryEntry.of(recorded, null, changes(null, before)));
            } else if (fact instanceof FigureFact.Corrected corrected) {
                entries.add(HistoryEntry.of(recorded, corrected.reason(), changes(before, corrected.figure())));
                before = corrected.figure();
            } else if (fact instanceof FigureFact.Disputed disputed) {
                entries.add(HistoryEntry.of(
                        recorded,
                        disputed.reason(),
                        List.of(Change.of("disputed", null, true).from(disputed.source()))));
            } else if (fact instanceof FigureFact.FollowedBy followed) {
                entries.add(HistoryEntry.of(recorded, null, List.of(Change.of("followedBy", null, followed.next()))));
            } else if (fact instanceof FigureFact.WithdrawnByPublisher withdrawn) {
                entries.add(HistoryEntry.of(
                        recorded,
                        withdrawn.quote(),
                        List.of(Change.of("withdrawnByPublisher", null, true).from(withdrawn.source()))));
            } else if (fact instanceof FigureFact.Retracted retracted) {
                entries.add(
                        HistoryEntry.of(recorded, retracted.reason(), List.of(Change.of("retracted", false, true))));
            }
        }
        return entries;
    }

    private static List<Change> changes(@Nullable Figure before, Figure after) {
        Map<String, Object> was = before == null ? Map.of() : members(before);
        Map<String, Object> is = members(after);
        List<Change> changes = new ArrayList<>();
        is.forEach((name, value) -> {
            Object old = was.get(name);
            if (!value.equals(old)) {
                changes.add(Change.of(name, old == null ? null : open(old), open(value)));
            }
        });
        was.forEach((name, value) -> {
            if (!is.containsKey(name)) {
                changes.add(Change.of(name, open(value), null));
            }
        });
        return changes;
    }

    private static Told told(FigureState state, Object value, ZoneId zone) {
        Told told = Told.byFact(null, state.set().index());
        if (value instanceof Protected<?> text) {
            Shown shown = shown(text);
            told = new Told(shown.value(), told.index(), null, null, shown.beside());
        } else if (value instanceof Occurred occurred) {
            Shown shown = Shown.of(occurred);
            Span span = Span.of(occurred, zone);
            told = new Told(shown.value(), told.index(), null, null, shown.beside())
                    .with("earliest", span.earliest())
                    .with("latest", span.latest());
        } else {
            told = Told.byFact(value, told.index());
        }
        return told.from(state.figure().publisher());
    }

    private static Shown shown(Protected<?> text) {
        return Shown.of(
                text.isErased()
                        ? Protected.erased()
                        : Protected.of(text.subject(), (String) text.value().orElseThrow()));
    }

    private static Told withdrawal(Withdrawal withdrawal) {
        Told told =
                RecordShown.done(true, withdrawal.mark()).from(withdrawal.fact().source());
        return told.with("reported", withdrawal.fact().reported());
    }

    private static Told corrected(Correction correction) {
        Map<String, @Nullable Object> before = new LinkedHashMap<>();
        members(correction.before()).forEach((name, value) -> before.put(name, open(value)));
        return RecordShown.done(before, correction.mark())
                .with("dataset", correction.mark().dataset());
    }

    /** A value as it stands in a history; what was erased is not there. */
    private static @Nullable Object open(Object value) {
        if (value instanceof Protected<?> text) {
            return text.value().orElse(null);
        }
        return value instanceof Occurred occurred ? Shown.of(occurred).value() : value;
    }

    /** What the figure says, by the names of the form; what it does not say is not there. */
    private static Map<String, Object> members(Figure figure) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("publisher", figure.publisher());
        members.put("origin", figure.origin());
        members.put("reportedVia", figure.reportedVia());
        members.put("published", figure.published());
        members.put("asOf", figure.asOf());
        members.put("measure", figure.measure());
        members.put("measureWords", figure.measureWords());
        members.put("unit", figure.unit());
        members.put("period", figure.period());
        members.put("population", figure.population());
        members.put("populationWords", figure.populationWords());
        members.put(
                "includes",
                Map.of(
                        "dead", figure.includes().dead(),
                        "securityForces", figure.includes().securityForces(),
                        "medics", figure.includes().medics()));
        members.put("qualifier", figure.qualifier());
        members.put(
                "number",
                figure.least() == figure.greatest()
                        ? (Object) figure.least()
                        : Map.of("least", figure.least(), "greatest", figure.greatest()));
        members.put("partOf", figure.partOf());
        members.put("note", figure.note());
        members.put("place", figure.place());
        Map<String, Object> said = new LinkedHashMap<>();
        members.forEach((name, value) -> {
            if (value != null) {
                said.put(name, Objects.requireNonNull(value));
            }
        });
        return said;
    }
}
