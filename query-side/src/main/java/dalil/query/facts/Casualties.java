package dalil.query.facts;

import dalil.events.casualty.CasualtyFact;
import dalil.query.facts.FactSource.SourcedFact;
import dalil.query.facts.Mergers.Member;
import dalil.query.record.CasualtyState;
import dalil.query.record.Person;
import dalil.query.unit.CasualtyUnits;
import dalil.query.unit.IncidentRow;
import dalil.query.unit.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Casualties as they are counted, kept in step with what they depend on: the records merged into them and their incident. States of
 * those that facts came for last are kept; any other is folded again from the ledger.
 */
final class Casualties {

    private static final String STREAM = "casualty/";

    private final FactSource source;
    private final SourceTypes sourceTypes;
    private final Mergers mergers;
    private final LongLists ofIncident;
    private final Map<String, CasualtyState> recent;

    /**
     * @param mergers as they stand in the table
     * @param ofIncident casualties by incident, as they stand in the table
     */
    Casualties(FactSource source, SourceTypes sourceTypes, Mergers mergers, LongLists ofIncident, int most) {
        this.source = source;
        this.sourceTypes = sourceTypes;
        this.mergers = mergers;
        this.ofIncident = ofIncident;
        this.recent = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, CasualtyState> eldest) {
                return size() > most;
            }
        };
    }

    /** What counts before and after something happened; null where the record was not there. */
    record Change(@Nullable CasualtyUnits before, @Nullable CasualtyUnits after) {}

    /**
     * A fact of a casualty.
     *
     * @param incidents an incident as it is counted just before, by its UUID; null if it is not on record
     */
    List<Change> take(SourcedFact sourced, Function<String, @Nullable IncidentRow> incidents, Words words) {
        CasualtyFact fact = (CasualtyFact) sourced.fact();
        String id = Objects.requireNonNull(sourced.stream()).substring(STREAM.length());
        Set<String> affected = new TreeSet<>(mergers.around(id));
        if (fact instanceof CasualtyFact.MergedInto merged) {
            affected.add(merged.into());
            affected.add(mergers.root(merged.into()));
        }
        Map<String, @Nullable CasualtyUnits> before = new LinkedHashMap<>();
        affected.forEach(each -> before.put(each, units(each, sourced.index(), incidents, words)));
        state(id, sourced.index()).apply(sourced.index(), fact, sourced.meta());
        merge(id, fact, sourced.index());
        List<Change> changes = new ArrayList<>();
        for (String each : affected) {
            CasualtyUnits after = units(each, sourced.index() + 1, incidents, words);
            if (after != null && after.casualty().incident() >= 0) {
                ofIncident.add(after.casualty().incident(), after.casualty().unit());
            }
            changes.add(new Change(before.get(each), after));
        }
        return changes;
    }

    private void merge(String id, CasualtyFact fact, long index) {
        if (fact instanceof CasualtyFact.MergedInto merged) {
            mergers.merge(id, merged.into(), index);
        } else if (fact instanceof CasualtyFact.Unmerged) {
            mergers.unmerge(id);
        } else if (fact instanceof CasualtyFact.Retracted
                || fact instanceof CasualtyFact.Recorded recorded
                        && recorded.unit().equals(CasualtyFact.GROUP)) {
            mergers.close(id);
        }
    }

    /** What a change of an incident does to its casualties. */
    List<Change> follow(
            long index,
            IncidentRow before,
            IncidentRow after,
            Function<String, @Nullable IncidentRow> incidents,
            Words words) {
        List<Change> changes = new ArrayList<>();
        for (long unit : ofIncident.of(after.unit())) {
            String stream = source.read(unit, 1).get(0).stream();
            String id = Objects.requireNonNull(stream).substring(STREAM.length());
            changes.add(new Change(
                    units(id, index, other -> other.equals(before.id()) ? before : incidents.apply(other), words),
                    units(id, index, other -> other.equals(after.id()) ? after : incidents.apply(other), words)));
        }
        return changes;
    }

    private @Nullable CasualtyUnits units(
            String id, long index, Function<String, @Nullable IncidentRow> incidents, Words words) {
        CasualtyState own = state(id, index);
        if (own.firstIndex() < 0) {
            return null;
        }
        List<Person.Absorbed> absorbed = new ArrayList<>();
        for (Member member : mergers.members(id)) {
            absorbed.add(new Person.Absorbed(state(member.id(), index), member.since()));
        }
        Person person = new Person(own, absorbed);
        IncidentRow incident = person.incident().map(incidents).orElse(null);
        return CasualtyUnits.of(
                person, !mergers.root(id).equals(id), incident, type -> sourceTypes.of(type, words), words);
    }

    /** The state before an index; the one that is kept is up to date. */
    private CasualtyState state(String id, long before) {
        CasualtyState known = recent.get(id);
        if (known == null) {
            known = new CasualtyState();
            for (SourcedFact earlier : source.stream(STREAM + id, before)) {
                known.apply(earlier.index(), (CasualtyFact) earlier.fact(), earlier.meta());
            }
            recent.put(id, known);
        }
        return known;
    }
}
