package dalil.query.unit;

import dalil.query.record.ClaimSet;

/**
 * A use of force as it is counted; or, where an incident has none, the row that says so and is no unit itself.
 *
 * @param unit its number
 * @param incident number of its incident
 * @param id UUID; empty for the row that stands for none
 * @param real false for the row that stands for none
 */
public record ForceUseRow(long unit, long incident, String id, boolean real, ForceCells force) implements UnitRow {

    private static final int BITS = 20;

    /** @param review ledger index of the incident's review */
    static ForceUseRow of(long incident, int ordinal, String id, ClaimSet claims, long review, Words words) {
        return new ForceUseRow(
                incident << BITS | ordinal + 1, incident, id, true, ForceCells.of(claims, review, words));
    }

    static ForceUseRow none(long incident) {
        return new ForceUseRow(incident << BITS, incident, "", false, ForceCells.NONE);
    }
}
