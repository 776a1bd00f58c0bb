package dalil.query.facts;

import dalil.events.casualty.CasualtyFact;
import dalil.events.dataset.DatasetFact;
import dalil.events.figure.FigureFact;
import dalil.events.incident.IncidentFact;
import dalil.events.merger.MergerChange;
import dalil.events.report.ReportFact;
import dalil.events.source.SourceFact;
import dalil.query.facts.FactSource.SourcedFact;
import dalil.query.record.FigureState;
import dalil.query.unit.CandidateRow;
import dalil.query.unit.CasualtyRow;
import dalil.query.unit.CasualtyUnits;
import dalil.query.unit.Circumstances.Named;
import dalil.query.unit.DatasetRow;
import dalil.query.unit.FigureRow;
import dalil.query.unit.ForceUseRow;
import dalil.query.unit.IncidentRow;
import dalil.query.unit.InjuryRow;
import dalil.query.unit.ReportRow;
import dalil.query.unit.SourceNumbers;
import dalil.query.unit.SourceRow;
import dalil.query.unit.Units;
import dalil.query.unit.Words;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToLongBiFunction;
import org.jspecify.annotations.Nullable;

/** Collects what some facts in a row do to the table. */
final class Batch {

    private static final String SOURCE = "source/";

    private final FactSource source;
    private final Followed followed;
    private final Words words;
    private final SourceNumbers sourceNumbers;
    private final Rows<IncidentRow> incidents = Rows.of("incident", Layout::incident);
    private final Rows<ForceUseRow> forceUses = Rows.of("force_use", Layout::forceUse);
    private final Rows<CasualtyRow> casualties = Rows.of("casualty", Layout::casualty);
    private final Rows<InjuryRow> injuries = Rows.of("injury", Layout::injury);
    private final Rows<SourceRow> sources = Rows.of("source", Layout::source);
    private final Rows<CandidateRow> candidates = Rows.of("candidate", Layout::candidate);
    private final Rows<FigureRow> figures = Rows.of("figure", Layout::figure);
    private final Rows<ReportRow> reports = Rows.of("report", Layout::report);
    private final Rows<DatasetRow> datasets = Rows.of("dataset", Layout::dataset);
    private final Listings listings = new Listings();

    Batch(FactSource source, Followed followed, Words words) {
        this.source = source;
        this.followed = followed;
        this.words = words;
        this.sourceNumbers = followed.sourceTypes().with(words);
    }

    void add(SourcedFact sourced) {
        String stream = sourced.stream();
        followed.sourceTypes().reach(sourced.index());
        if (sourced.fact() instanceof IncidentFact && stream != null) {
            candidate(
                    sourced, "incident", (id, other) -> followed.incidents().noted(id, other, sourced.index(), words));
            incident(sourced);
        } else if (sourced.fact() instanceof CasualtyFact && stream != null) {
            candidate(sourced, "casualty", (id, other) -> followed.casualties().noted(id, other, sourced.index()));
            count(followed.casualties().take(sourced, incidentsBefore(sourced.index()), words), sourced.index());
        } else if (sourced.fact() instanceof FigureFact fact && stream != null) {
            figure(stream, sourced, fact);
        } else if (sourced.fact() instanceof SourceFact.Registered registered) {
            followed.sourceTypes().know(registered, sourced.index());
            start(sourced.index(), registered.id(), registered.origin(), sourced.index());
        } else if (sourced.fact() instanceof SourceFact.OriginCorrected corrected && stream != null) {
            origin(stream.substring(SOURCE.length()), corrected.origin(), sourced.index());
        } else if (sourced.fact() instanceof ReportFact fact && stream != null) {
            report(stream, sourced.index(), fact);
        } else if (sourced.fact() instanceof DatasetFact.Listed listed) {
            int dataset = words.number(listed.dataset());
            datasets.versions().end(dataset, sourced.index());
            datasets.versions().start(new DatasetRow(dataset, listed.id(), listed.asOf()), sourced.index());
            listed.added().forEach(id -> listings.list(new Listings.Mention(dataset, id), sourced.index()));
            listed.noLonger().forEach(id -> listings.end(new Listings.Mention(dataset, id), sourced.index()));
        }
    }

    private void incident(SourcedFact sourced) {
        Incidents.Effect effect = followed.incidents().take(sourced, words);
        for (Incidents.Change change : effect.changes()) {
            Units before = change.before();
            Units after = change.after();
            incidents.change(
                    before == null ? List.of() : List.of(before.incident()),
                    after == null ? List.of() : List.of(after.incident()),
                    sourced.index());
            forceUses.change(
                    before == null ? List.of() : before.forceUses(),
                    after == null ? List.of() : after.forceUses(),
                    sourced.index());
        }
        if (!effect.before().isEmpty()) {
            Function<String, @Nullable Named> now = incidentsBefore(sourced.index() + 1);
            count(followed.casualties().follow(sourced.index(), effect.before(), now, words), sourced.index());
        }
    }

    /** @param noted index of the fact that noted two records, by their UUIDs; -1 where none stands */
    private void candidate(SourcedFact sourced, String kind, ToLongBiFunction<String, String> noted) {
        if (!(sourced.fact() instanceof MergerChange)) {
            return;
        }
        String id = Objects.requireNonNull(sourced.stream()).substring(kind.length() + 1);
        if (sourced.fact() instanceof MergerChange.CandidateNoted of) {
            CandidateRow row = new CandidateRow(sourced.index(), kind, id, of.other());
            candidates.change(List.of(), List.of(row), sourced.index());
        } else if (sourced.fact() instanceof MergerChange.CandidateDismissed of) {
            long before = noted.applyAsLong(id, of.other());
            if (before >= 0) {
                CandidateRow row = new CandidateRow(before, kind, id, of.other());
                candidates.change(List.of(row), List.of(), sourced.index());
            }
        }
    }

    /** Records are not written again: those that it concerns are found when it is asked for. */
    private void origin(String id, String origin, long index) {
        long source = sourceNumbers.number(id);
        followed.sourceTypes().correct(id, origin);
        sources.versions().end(source, index);
        start(source, id, origin, index);
    }

    private void start(long source, String id, String origin, long index) {
        sources.versions()
                .start(new SourceRow(source, id, origin, followed.sourceTypes().isFollowed(origin)), index);
    }

    private Function<String, @Nullable Named> incidentsBefore(long index) {
        return id -> followed.incidents().named(id, index, words);
    }

    private void count(List<Casualties.Change> changes, long index) {
        for (Casualties.Change change : changes) {
            CasualtyUnits before = change.before();
            CasualtyUnits after = change.after();
            casualties.change(
                    before == null ? List.of() : List.of(before.casualty()),
                    after == null ? List.of() : List.of(after.casualty()),
                    index);
            injuries.change(
                    before == null ? List.of() : before.injuries(),
                    after == null ? List.of() : after.injuries(),
                    index);
        }
    }

    /** A figure has few facts: its stream is folded every time. */
    private void figure(String stream, SourcedFact sourced, FigureFact fact) {
        FigureState state = new FigureState();
        for (SourcedFact earlier : source.stream(stream, sourced.index())) {
            state.apply(earlier.index(), (FigureFact) earlier.fact(), earlier.meta());
        }
        List<FigureRow> before = fact instanceof FigureFact.Published ? List.of() : List.of(FigureRow.of(state));
        state.apply(sourced.index(), fact, sourced.meta());
        figures.change(before, List.of(FigureRow.of(state)), sourced.index());
    }

    private void report(String stream, long index, ReportFact fact) {
        if (fact instanceof ReportFact.Taken taken) {
            reports.versions().start(ReportRow.of(index, taken), index);
        } else if (!(fact instanceof ReportFact.ConsentChanged)) { // which leaves it to be worked up
            source.stream(stream, index).stream()
                    .findFirst()
                    .ifPresent(taken -> reports.versions().end(taken.index(), index));
        }
    }

    /** What happens to each table. */
    List<Rows<?>> tables() {
        return List.of(incidents, forceUses, casualties, injuries, sources, candidates, figures, reports, datasets);
    }

    Listings listings() {
        return listings;
    }
}
