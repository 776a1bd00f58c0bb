package dalil.query.unit;

import dalil.query.record.ClaimSet;
import java.util.List;

/**
 * A use of force as it is counted; or, where an incident has none, the row that says so and is no unit itself.
 *
 * @param unit its number
 * @param incident number of its incident
 * @param id UUID, with the record's before it where that is merged; empty for the row that stands for none
 * @param real false for the row that stands for none
 * @param shared bits of what it shares with others of its incident
 */
public record ForceUseRow(long unit, long incident, String id, boolean real, int shared, ForceCells force)
        implements UnitRow, Shared.Part<ForceUseRow> {

    private static final int BITS = 20;

    /** @param review ledger index of the incident's review */
    static ForceUseRow of(long incident, int ordinal, String id, ClaimSet claims, long review, Words words) {
        return new ForceUseRow(
                incident << BITS | ordinal + 1, incident, id, true, 0, ForceCells.of(claims, review, words));
    }

    static ForceUseRow none(long incident) {
        return new ForceUseRow(incident << BITS, incident, "", false, 0, ForceCells.NONE);
    }

    @Override
    public List<List<Integer>> dimensions() {
        return force.dimensions();
    }

    @Override
    public ForceUseRow sharing(int bits) {
        return bits == shared ? this : new ForceUseRow(unit, incident, id, real, bits, force);
    }
}
