package dalil.query.facts;

import dalil.events.casualty.CasualtyFact;
import dalil.query.facts.FactSource.SourcedFact;
import dalil.query.record.CasualtyState;
import dalil.query.record.Mark;
import dalil.query.record.Together;
import dalil.query.unit.CasualtyUnits;
import dalil.query.unit.Circumstances;
import dalil.query.unit.Circumstances.Named;
import dalil.query.unit.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Casualties as they are counted, kept in step with what they depend on: the records merged into them, the people named out of them
 * and their incident. States of those that facts came for last are kept; any other is folded again from the ledger.
 */
final class Casualties {

    private static final String STREAM = "casualty/";
    private static final long[] NOBODY = {};

    private final FactSource source;
    private final SourceTypes sourceTypes;
    private final Related related;
    private final Map<String, CasualtyState> recent;

    /** @param related as it stands in the table */
    Casualties(FactSource source, SourceTypes sourceTypes, Related related, int most) {
        this.source = source;
        this.sourceTypes = sourceTypes;
        this.related = related;
        this.recent = Recent.most(most);
    }

    /**
     * How casualties hang together.
     *
     * @param ofIncident casualties by the incident that their own record names
     */
    record Related(Mergers mergers, Namings namings, LongLists ofIncident) {}

    /** What counts before and after something happened; null where the record was not there. */
    record Change(@Nullable CasualtyUnits before, @Nullable CasualtyUnits after) {}

    /**
     * A fact of a casualty.
     *
     * @param incidents what an incident counts as, by its UUID; null if it is not on record
     */
    List<Change> take(SourcedFact sourced, Function<String, @Nullable Named> incidents, Words words) {
        CasualtyFact fact = (CasualtyFact) sourced.fact();
        String id = Objects.requireNonNull(sourced.stream()).substring(STREAM.length());
        Set<String> affected = affected(id, fact);
        Map<String, @Nullable CasualtyUnits> before = new LinkedHashMap<>();
        affected.forEach(each -> before.put(each, units(each, sourced.index(), incidents, words)));
        state(id, sourced.index()).apply(sourced.index(), fact, sourced.meta());
        relate(id, fact, sourced.index());
        List<Change> changes = new ArrayList<>();
        for (String each : affected) {
            changes.add(new Change(before.get(each), units(each, sourced.index() + 1, incidents, words)));
        }
        if (fact instanceof CasualtyFact.Recorded recorded && recorded.incident() != null) {
            Named incident = incidents.apply(recorded.incident());
            if (incident != null) {
                related.ofIncident().add(incident.unit(), sourced.index());
            }
        }
        return changes;
    }

    private Set<String> affected(String id, CasualtyFact fact) {
        Mergers mergers = related.mergers();
        Set<String> affected = mergers.around(id, fact);
        if (!related.namings().isEmpty()) {
            Set<String> people = new TreeSet<>(affected);
            affected.forEach(each -> mergers.members(each).forEach(member -> people.add(member.id())));
            affected.addAll(related.namings().groupsOf(people));
        }
        return affected;
    }

    private void relate(String id, CasualtyFact fact, long index) {
        related.mergers().take(id, fact, index);
        if (fact instanceof CasualtyFact.Retracted
                || fact instanceof CasualtyFact.Recorded recorded
                        && recorded.unit().equals(CasualtyFact.GROUP)) {
            related.mergers().close(id, index);
        } else if (fact instanceof CasualtyFact.NamedOut named) {
            related.namings().name(named.casualty(), id);
        } else if (fact instanceof CasualtyFact.NamingOutWithdrawn withdrawn) {
            related.namings().withdraw(withdrawn.casualty(), id);
        }
    }

    /** Index of the fact that noted two records as perhaps one person's, before another index; -1 if none stands. */
    long noted(String id, String other, long before) {
        Mark noted = state(id, before).candidates().get(other);
        return noted == null ? -1 : noted.index();
    }

    /**
     * What a fact of an incident does to casualties, and to those that stand for them.
     *
     * @param before the incidents that counted otherwise before it, by their UUID
     * @param incidents what any incident counts as now
     */
    List<Change> follow(
            long index, Map<String, @Nullable Named> before, Function<String, @Nullable Named> incidents, Words words) {
        Set<String> affected = new LinkedHashSet<>();
        for (Named incident : before.values()) {
            for (long unit : incident == null ? NOBODY : related.ofIncident().of(incident.unit())) {
                String stream = source.read(unit, 1).get(0).stream();
                String id = Objects.requireNonNull(stream).substring(STREAM.length());
                affected.add(id);
                affected.add(related.mergers().root(id));
            }
        }
        List<Change> changes = new ArrayList<>();
        for (String id : affected) {
            changes.add(new Change(
                    units(
                            id,
                            index,
                            each -> before.containsKey(each) ? before.get(each) : incidents.apply(each),
                            words),
                    units(id, index, incidents, words)));
        }
        return changes;
    }

    private @Nullable CasualtyUnits units(
            String id, long index, Function<String, @Nullable Named> incidents, Words words) {
        CasualtyState own = state(id, index);
        if (own.firstIndex() < 0) {
            return null;
        }
        Together<CasualtyState> person = related.mergers().together(id, own, other -> state(other, index));
        Circumstances circumstances = Circumstances.of(person, related.mergers().since(id), namedOut(own), incidents);
        return CasualtyUnits.of(person, circumstances, sourceTypes.with(words), words);
    }

    /** How many people are counted by name instead of in this group: two records of one person are one. */
    private int namedOut(CasualtyState group) {
        Set<String> people = new TreeSet<>();
        for (String named : group.namedOut().keySet()) {
            String root = related.mergers().root(named);
            if (!related.mergers().isClosed(root)) {
                people.add(root);
            }
        }
        return people.size();
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
