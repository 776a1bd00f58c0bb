package dalil.query.record;

import dalil.events.incident.IncidentFact;

/**
 * A review. The latest one is in force.
 *
 * @param review what the reviewer concluded
 * @param mark when, and who the reviewer is
 */
public record ReviewState(IncidentFact.Reviewed review, Mark mark) {

    /** The reviewer. */
    public String reviewer() {
        return mark.actor();
    }
}
