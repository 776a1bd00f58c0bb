package dalil.query.unit;

import dalil.query.record.ClaimSet;
import java.util.List;

/**
 * A use of force as it is counted; or, where an incident has none, the row that says so and is no unit itself.
 *
 * @param unit its number
 * @param incident number of its incident
 * @param id UUID; empty for the row that stands for none
 * @param real false for the row that stands for none
 * @param shared bits of what it shares with others of its incident
 */
public record ForceUseRow(
        long unit,
        long incident,
        String id,
        boolean real,
        int shared,
        List<Integer> weapon,
        List<Integer> method,
        List<Integer> munition,
        List<Integer> munitionAsserted,
        List<Integer> munitionVerified,
        List<Integer> usedBy)
        implements UnitRow {

    private static final int BITS = 20;

    /** @param review ledger index of the incident's review */
    static ForceUseRow of(long incident, int ordinal, String id, ClaimSet claims, long review, Words words) {
        return new ForceUseRow(
                incident << BITS | ordinal + 1,
                incident,
                id,
                true,
                0,
                CodeCells.of(claims.attribute("weapon").seenBy(review), words),
                CodeCells.of(claims.attribute("method").seenBy(review), words),
                CodeCells.of(claims.attribute("munition").seenBy(review), words),
                CodeCells.of(claims.attribute("munition-asserted").seenBy(review), words),
                CodeCells.of(claims.attribute("munition-verified").seenBy(review), words),
                CodeCells.of(claims.attribute("used-by").seenBy(review), words));
    }

    static ForceUseRow none(long incident) {
        List<Integer> none = List.of(Cells.reported(Words.NOT_STATED_KEY));
        return new ForceUseRow(incident << BITS, incident, "", false, 0, none, none, none, none, none, none);
    }

    /** Cells of a dimension by its place in {@link Shared}. */
    List<Integer> cells(int dimension) {
        return switch (dimension) {
            case 0 -> weapon;
            case 1 -> method;
            case 2 -> munition;
            case 3 -> munitionAsserted;
            case 4 -> munitionVerified;
            default -> usedBy;
        };
    }

    ForceUseRow sharing(int bits) {
        return bits == shared
                ? this
                : new ForceUseRow(
                        unit,
                        incident,
                        id,
                        real,
                        bits,
                        weapon,
                        method,
                        munition,
                        munitionAsserted,
                        munitionVerified,
                        usedBy);
    }
}
