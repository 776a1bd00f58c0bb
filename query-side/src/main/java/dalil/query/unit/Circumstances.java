package dalil.query.unit;

import dalil.query.record.CasualtyState;
import dalil.query.record.Together;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a casualty counts by what other records say.
 *
 * @param mergedSince ledger index since when another record stands for this one; -1 while it stands for itself
 * @param namedOut how many people of this group are counted by name
 * @param ownIncident number of the incident that its own record names; -1 if none
 * @param incident in which the person was harmed, as it is counted; null if none is known
 * @param incidentSince ledger index since when this is known to be the incident: the record that names it was merged into this one, or the
 *     incident itself into another; -1 where it was always known
 */
public record Circumstances(
        long mergedSince,
        int namedOut,
        long ownIncident,
        @Nullable IncidentRow incident,
        long incidentSince) {

    private static final long NONE = -1;

    /**
     * An incident that a record names, and what it counts as.
     *
     * @param unit number of the incident itself
     * @param counted the one that stands for it
     * @param since ledger index since when that does; -1 while it stands for itself
     */
    public record Named(long unit, IncidentRow counted, long since) {}

    /**
     * Where the records of one person name several incidents, the first that is counted, the person's own record first: nobody is lost
     * because one of them turned out not to have happened.
     *
     * @param incidents an incident by its UUID; null if it is not on record
     */
    public static Circumstances of(
            Together<CasualtyState> person,
            long mergedSince,
            int namedOut,
            Function<String, @Nullable Named> incidents) {
        Named own = person.own().incident().map(incidents).orElse(null);
        IncidentRow found = own == null ? null : own.counted();
        long since = own == null ? NONE : own.since();
        for (Together.Absorbed<CasualtyState> other : person.absorbed()) {
            Named named = other.state().incident().map(incidents).orElse(null);
            if (named != null
                    && (found == null || found.skipped() && !named.counted().skipped())) {
                found = named.counted();
                since = Math.max(other.since(), named.since());
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
