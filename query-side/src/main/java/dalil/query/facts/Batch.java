package dalil.query.facts;

import dalil.events.casualty.CasualtyFact;
import dalil.events.dataset.DatasetFact;
import dalil.events.figure.FigureFact;
import dalil.events.incident.IncidentFact;
import dalil.events.source.SourceFact;
import dalil.query.facts.FactSource.SourcedFact;
import dalil.query.record.FigureState;
import dalil.query.record.IncidentState;
import dalil.query.unit.CandidateRow;
import dalil.query.unit.CasualtyRow;
import dalil.query.unit.CasualtyUnits;
import dalil.query.unit.FigureRow;
import dalil.query.unit.ForceUseRow;
import dalil.query.unit.IncidentRow;
import dalil.query.unit.InjuryRow;
import dalil.query.unit.Units;
import dalil.query.unit.Words;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Collects what some facts in a row do to the table. */
final class Batch {

    private static final String CASUALTY = "casualty/";

    private final FactSource source;
    private final Followed followed;
    private final Words words;
    private final Rows<IncidentRow> incidents = Rows.of("incident", Layout::incident);
    private final Rows<ForceUseRow> forceUses = Rows.of("force_use", Layout::forceUse);
    private final Rows<CasualtyRow> casualties = Rows.of("casualty", Layout::casualty);
    private final Rows<InjuryRow> injuries = Rows.of("injury", Layout::injury);
    private final Rows<CandidateRow> candidates = Rows.of("candidate", Layout::candidate);
    private final Rows<FigureRow> figures = Rows.of("figure", Layout::figure);
    private final Listings listings = new Listings();

    Batch(FactSource source, Followed followed, Words words) {
        this.source = source;
        this.followed = followed;
        this.words = words;
    }

    void add(SourcedFact sourced) {
        String stream = sourced.stream();
        if (sourced.fact() instanceof IncidentFact fact && stream != null) {
            incident(stream, sourced, fact);
        } else if (sourced.fact() instanceof CasualtyFact fact && stream != null) {
            candidate(stream.substring(CASUALTY.length()), sourced.index(), fact);
            count(followed.casualties().take(sourced, incidentBefore(sourced.index()), words), sourced.index());
        } else if (sourced.fact() instanceof FigureFact fact && stream != null) {
            figure(stream, sourced, fact);
        } else if (sourced.fact() instanceof SourceFact.Registered registered) {
            followed.sourceTypes().know(registered);
        } else if (sourced.fact() instanceof DatasetFact.Listed listed) {
            int dataset = words.number(listed.dataset());
            listed.added().forEach(id -> listings.list(new Listings.Mention(dataset, id), sourced.index()));
            listed.noLonger().forEach(id -> listings.end(new Listings.Mention(dataset, id), sourced.index()));
        }
    }

    private void incident(String stream, SourcedFact sourced, IncidentFact fact) {
        RecentIncidents recent = followed.incidents();
        RecentIncidents.Entry entry = recent.find(stream);
        if (entry == null) {
            entry = fact instanceof IncidentFact.Reported
                    ? new RecentIncidents.Entry(new IncidentState(), null)
                    : refolded(stream, sourced.index());
        }
        entry.state().apply(sourced.index(), fact, sourced.meta());
        Units before = entry.units();
        Units after = Units.of(entry.state(), before, this::sourceType, words);
        incidents.change(
                before == null ? List.of() : List.of(before.incident()), List.of(after.incident()), sourced.index());
        forceUses.change(before == null ? List.of() : before.forceUses(), after.forceUses(), sourced.index());
        recent.put(stream, new RecentIncidents.Entry(entry.state(), after));
        if (before != null && !before.incident().equals(after.incident())) {
            count(
                    followed.casualties()
                            .follow(
                                    sourced.index(),
                                    before.incident(),
                                    after.incident(),
                                    incidentBefore(sourced.index()),
                                    words),
                    sourced.index());
        }
    }

    private void candidate(String id, long index, CasualtyFact fact) {
        if (fact instanceof CasualtyFact.CandidateNoted noted) {
            candidates.change(List.of(), List.of(new CandidateRow(index, id, noted.casualty())), index);
        } else if (fact instanceof CasualtyFact.CandidateDismissed dismissed) {
            long noted = followed.casualties().noted(id, dismissed.casualty(), index);
            if (noted >= 0) {
                candidates.change(List.of(new CandidateRow(noted, id, dismissed.casualty())), List.of(), index);
            }
        }
    }

    private RecentIncidents.Entry refolded(String stream, long before) {
        IncidentState state = new IncidentState();
        for (SourcedFact earlier : source.stream(stream, before)) {
            state.apply(earlier.index(), (IncidentFact) earlier.fact(), earlier.meta());
        }
        return new RecentIncidents.Entry(
                state, state.firstIndex() < 0 ? null : Units.of(state, null, this::sourceType, words));
    }

    private int sourceType(String source) {
        return followed.sourceTypes().of(source, words);
    }

    private Function<String, @Nullable IncidentRow> incidentBefore(long index) {
        return id -> {
            String stream = "incident/" + id;
            RecentIncidents.Entry entry = followed.incidents().find(stream);
            if (entry == null) {
                entry = refolded(stream, index);
                followed.incidents().put(stream, entry);
            }
            Units units = entry.units();
            return units == null ? null : units.incident();
        };
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

    /** What happens to each table. */
    List<Rows<?>> tables() {
        return List.of(incidents, forceUses, casualties, injuries, candidates, figures);
    }

    Listings listings() {
        return listings;
    }
}
