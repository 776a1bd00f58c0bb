package dalil.query.unit;

import dalil.query.record.ClaimSet;
import java.util.ArrayList;
import java.util.List;

/**
 * An injury as casualties are broken down by it; or, where a casualty has none, the row that says so.
 *
 * @param unit its number
 * @param casualty number of its casualty
 * @param id UUID, with the record's before it where that is merged; empty for the row that stands for none
 * @param real false for the row that stands for none
 * @param shared bits of what it shares with others of its casualty
 */
public record InjuryRow(
        long unit,
        long casualty,
        String id,
        boolean real,
        List<Integer> bodyRegion,
        List<Integer> mechanism,
        List<Integer> severity,
        List<Integer> lastingEffect,
        ForceCells force,
        int shared)
        implements UnitRow, Shared.Part<InjuryRow> {

    private static final int BITS = 20;

    /** @param review ledger index of the casualty's review */
    static InjuryRow of(long casualty, int ordinal, String id, ClaimSet claims, long review, Words words) {
        return new InjuryRow(
                casualty << BITS | ordinal + 1,
                casualty,
                id,
                true,
                CodeCells.of(claims.attribute("body-region").seenBy(review), words),
                CodeCells.of(claims.attribute("mechanism").seenBy(review), words),
                CodeCells.of(claims.attribute("severity").seenBy(review), words),
                CodeCells.of(claims.attribute("lasting-effect").seenBy(review), words),
                ForceCells.of(claims, review, words),
                0);
    }

    static InjuryRow none(long casualty) {
        List<Integer> none = CodeCells.NOT_STATED;
        return new InjuryRow(casualty << BITS, casualty, "", false, none, none, none, none, ForceCells.NONE, 0);
    }

    @Override
    public List<List<Integer>> dimensions() {
        List<List<Integer>> all = new ArrayList<>(force.dimensions());
        all.addAll(List.of(bodyRegion, mechanism, severity, lastingEffect));
        return all;
    }

    @Override
    public InjuryRow sharing(int bits) {
        return bits == shared
                ? this
                : new InjuryRow(unit, casualty, id, real, bodyRegion, mechanism, severity, lastingEffect, force, bits);
    }
}
