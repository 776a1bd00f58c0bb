package dalil.query.record;

import dalil.events.incident.IncidentFact;

/**
 * A link to another record.
 *
 * @param link relation, target and who says so
 * @param mark what recorded it
 */
public record LinkState(IncidentFact.Linked link, Mark mark) {}
