package dalil.query.facts;

import dalil.events.dataset.DatasetFact;
import dalil.events.incident.IncidentFact;
import dalil.query.facts.FactSource.SourcedFact;
import dalil.query.record.IncidentState;
import dalil.query.unit.ForceUseRow;
import dalil.query.unit.IncidentRow;
import dalil.query.unit.Units;
import dalil.query.unit.Words;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Collects what some facts in a row do to the table. */
final class Batch {

    private final FactSource source;
    private final RecentIncidents recent;
    private final Words words;
    private final Versions<IncidentRow> incidents = new Versions<>();
    private final Versions<ForceUseRow> forceUses = new Versions<>();
    private final Listings listings = new Listings();

    Batch(FactSource source, RecentIncidents recent, Words words) {
        this.source = source;
        this.recent = recent;
        this.words = words;
    }

    void add(SourcedFact sourced) {
        String stream = sourced.stream();
        if (sourced.fact() instanceof IncidentFact fact && stream != null) {
            incident(stream, sourced, fact);
        } else if (sourced.fact() instanceof DatasetFact.Listed listed) {
            int dataset = words.number(listed.dataset());
            listed.added().forEach(id -> listings.list(new Listings.Mention(dataset, id), sourced.index()));
            listed.noLonger().forEach(id -> listings.end(new Listings.Mention(dataset, id), sourced.index()));
        }
    }

    private void incident(String stream, SourcedFact sourced, IncidentFact fact) {
        RecentIncidents.Entry entry = recent.find(stream);
        if (entry == null) {
            entry = fact instanceof IncidentFact.Reported
                    ? new RecentIncidents.Entry(new IncidentState(), null)
                    : refolded(stream, sourced.index());
        }
        entry.state().apply(sourced.index(), fact, sourced.meta());
        Units after = Units.of(entry.state(), entry.units(), words);
        compare(entry.units(), after, sourced.index());
        recent.put(stream, new RecentIncidents.Entry(entry.state(), after));
    }

    private RecentIncidents.Entry refolded(String stream, long before) {
        IncidentState state = new IncidentState();
        for (SourcedFact earlier : source.stream(stream, before)) {
            state.apply(earlier.index(), (IncidentFact) earlier.fact(), earlier.meta());
        }
        return new RecentIncidents.Entry(state, state.firstIndex() < 0 ? null : Units.of(state, null, words));
    }

    private void compare(@Nullable Units before, Units after, long index) {
        IncidentRow was = before == null ? null : before.incident();
        if (!after.incident().equals(was)) {
            if (was != null) {
                incidents.end(was.unit(), index);
            }
            incidents.start(after.incident(), index);
        }
        Map<Long, ForceUseRow> gone = new LinkedHashMap<>();
        if (before != null) {
            before.forceUses().forEach(row -> gone.put(row.unit(), row));
        }
        for (ForceUseRow row : after.forceUses()) {
            ForceUseRow old = gone.remove(row.unit());
            if (!Objects.equals(old, row)) {
                if (old != null) {
                    forceUses.end(old.unit(), index);
                }
                forceUses.start(row, index);
            }
        }
        gone.keySet().forEach(unit -> forceUses.end(unit, index));
    }

    Versions<IncidentRow> incidents() {
        return incidents;
    }

    Versions<ForceUseRow> forceUses() {
        return forceUses;
    }

    Listings listings() {
        return listings;
    }
}
