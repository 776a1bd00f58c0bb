package dalil.query.unit;

import dalil.query.record.Person;
import dalil.query.record.Person.Named;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a casualty counts by what other records say.
 *
 * @param mergedSince ledger index since when another record stands for this one; -1 while it stands for itself
 * @param namedOut how many people of this group are counted by name
 * @param ownIncident number of the incident that its own record names; -1 if none
 * @param incident in which the person was harmed; null if none is known
 * @param incidentSince ledger index from which the record that names the incident is read with this one; -1 where it is its own
 */
public record Circumstances(
        long mergedSince,
        int namedOut,
        long ownIncident,
        @Nullable IncidentRow incident,
        long incidentSince) {

    private static final long NONE = -1;

    /**
     * Where the records of one person name several incidents, the first that is counted: nobody is lost because one of them turned
     * out not to have happened.
     *
     * @param incidents an incident as it is counted, by its UUID; null if it is not on record
     */
    public static Circumstances of(
            Person person, long mergedSince, int namedOut, Function<String, @Nullable IncidentRow> incidents) {
        IncidentRow own = person.own().incident().map(incidents).orElse(null);
        IncidentRow found = null;
        long since = NONE;
        for (Named named : person.incidents()) {
            IncidentRow row = incidents.apply(named.incident());
            if (row != null && (found == null || (found.skipped() && !row.skipped()))) {
                found = row;
                since = named.since();
            }
        }
        return new Circumstances(mergedSince, namedOut, own == null ? NONE : own.unit(), found, since);
    }

    /**
     * Bits of what the incident's review covers, as far as the person's own review can have known that this is the incident.
     *
     * @param review ledger index of the person's review
     */
    int vouched(long review) {
        return incident == null || incidentSince > review ? 0 : incident.covers();
    }

    /** Whether the person cannot be counted where they were harmed. */
    boolean nowhere() {
        return incident != null && incident.skipped();
    }
}
