package dalil.query.facts;

import dalil.events.incident.IncidentFact;
import dalil.events.merger.MergerChange;
import dalil.query.facts.FactSource.SourcedFact;
import dalil.query.record.IncidentState;
import dalil.query.record.Mark;
import dalil.query.record.Together;
import dalil.query.unit.Circumstances.Named;
import dalil.query.unit.Units;
import dalil.query.unit.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Incidents as they are counted, kept in step with the records merged into them. States of those that facts came for last are kept; any
 * other is folded again from the ledger.
 */
final class Incidents {

    private static final String STREAM = "incident/";

    private final FactSource source;
    private final SourceTypes sourceTypes;
    private final Mergers mergers;
    private final Map<String, Entry> recent;

    /** @param mergers as they stand in the table */
    Incidents(FactSource source, SourceTypes sourceTypes, Mergers mergers, int most) {
        this.source = source;
        this.sourceTypes = sourceTypes;
        this.mergers = mergers;
        this.recent = Recent.most(most);
    }

    /** @param units as they stand in the table or in the batch; null before the first fact */
    private record Entry(IncidentState state, @Nullable Units units) {}

    /** What counts before and after something happened; null where the record was not there. */
    record Change(@Nullable Units before, @Nullable Units after) {}

    /**
     * What a fact of an incident does.
     *
     * @param before the incidents that now count otherwise, by their UUID, as they did before
     */
    record Effect(List<Change> changes, Map<String, @Nullable Named> before) {}

    /** A fact of an incident. */
    Effect take(SourcedFact sourced, Words words) {
        IncidentFact fact = (IncidentFact) sourced.fact();
        String id = Objects.requireNonNull(sourced.stream()).substring(STREAM.length());
        boolean merging = fact instanceof MergerChange.MergedInto || fact instanceof MergerChange.Unmerged;
        return merging || !mergers.isAlone(id) ? together(id, sourced, fact, words) : alone(id, sourced, fact, words);
    }

    /** Nearly every fact is of a record that hangs together with no other: only what it touched is laid out again. */
    private Effect alone(String id, SourcedFact sourced, IncidentFact fact, Words words) {
        Entry entry = fact instanceof IncidentFact.Reported && !recent.containsKey(id)
                ? new Entry(new IncidentState(), null)
                : entry(id, sourced.index(), words);
        IncidentState state = entry.state();
        state.apply(sourced.index(), fact, sourced.meta());
        Units before = entry.units();
        Units after = Units.of(Together.alone(state), -1, before, sourceTypes.with(words), words);
        recent.put(id, new Entry(state, after));
        relate(id, fact, sourced.index());
        return new Effect(
                List.of(new Change(before, after)),
                before == null || before.incident().equals(after.incident())
                        ? Map.of()
                        : Map.of(id, new Named(state.firstIndex(), before.incident(), -1)));
    }

    private Effect together(String id, SourcedFact sourced, IncidentFact fact, Words words) {
        Set<String> affected = mergers.around(id, fact);
        Set<String> named = new LinkedHashSet<>(affected);
        affected.forEach(each -> mergers.members(each).forEach(member -> named.add(member.id())));
        Map<String, @Nullable Units> before = new LinkedHashMap<>();
        affected.forEach(
                each -> before.put(each, entry(each, sourced.index(), words).units()));
        Map<String, @Nullable Named> people = new LinkedHashMap<>();
        named.forEach(each -> people.put(each, named(each, sourced.index(), words)));

        entry(id, sourced.index(), words).state().apply(sourced.index(), fact, sourced.meta());
        relate(id, fact, sourced.index());

        List<Change> changes = new ArrayList<>();
        for (String each : affected) {
            IncidentState state = entry(each, sourced.index() + 1, words).state();
            Units after = counted(each, state, sourced.index() + 1, words);
            recent.put(each, new Entry(state, after));
            changes.add(new Change(before.get(each), after));
        }
        people.entrySet()
                .removeIf(each -> Objects.equals(each.getValue(), named(each.getKey(), sourced.index() + 1, words)));
        return new Effect(changes, people);
    }

    private void relate(String id, IncidentFact fact, long index) {
        mergers.take(id, fact, index);
        if (fact instanceof IncidentFact.Retracted) {
            mergers.close(id, index);
        }
    }

    /** What an incident counts as before an index, by its UUID; null if it is not on record. */
    @Nullable Named named(String id, long before, Words words) {
        String root = mergers.root(id);
        Units units = entry(root, before, words).units();
        if (units == null) {
            return null;
        }
        long unit = root.equals(id)
                ? units.incident().unit()
                : entry(id, before, words).state().firstIndex();
        return new Named(unit, units.incident(), mergers.rootSince(id));
    }

    /** Index of the fact that noted two records as perhaps one incident's, before another index; -1 if none stands. */
    long noted(String id, String other, long before, Words words) {
        Mark noted = entry(id, before, words).state().candidates().get(other);
        return noted == null ? -1 : noted.index();
    }

    /** As it is before an index; the one that is kept is up to date. */
    private Entry entry(String id, long before, Words words) {
        Entry known = recent.get(id);
        if (known == null) {
            IncidentState state = new IncidentState();
            for (SourcedFact earlier : source.stream(STREAM + id, before)) {
                state.apply(earlier.index(), (IncidentFact) earlier.fact(), earlier.meta());
            }
            known = new Entry(state, counted(id, state, before, words));
            recent.put(id, known);
        }
        return known;
    }

    private @Nullable Units counted(String id, IncidentState own, long before, Words words) {
        if (own.firstIndex() < 0) {
            return null;
        }
        Together<IncidentState> incident =
                mergers.together(id, own, other -> entry(other, before, words).state());
        return Units.of(incident, mergers.since(id), null, sourceTypes.with(words), words);
    }
}
