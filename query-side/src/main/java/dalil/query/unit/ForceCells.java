package dalil.query.unit;

import dalil.query.record.ClaimSet;
import java.util.List;

/** By what force, and whose: what a use of force and an injury can both say of it. */
public record ForceCells(
        List<Integer> weapon,
        List<Integer> method,
        List<Integer> munition,
        List<Integer> munitionAsserted,
        List<Integer> munitionVerified,
        List<Integer> usedBy,
        List<Integer> unitAlleged) {

    static final ForceCells NONE = new ForceCells(
            CodeCells.NOT_STATED,
            CodeCells.NOT_STATED,
            CodeCells.NOT_STATED,
            CodeCells.NOT_STATED,
            CodeCells.NOT_STATED,
            CodeCells.NOT_STATED,
            CodeCells.NOT_STATED);

    /** @param review ledger index of the record's review */
    static ForceCells of(ClaimSet claims, long review, Words words) {
        return new ForceCells(
                CodeCells.of(claims.attribute("weapon").seenBy(review), words),
                CodeCells.of(claims.attribute("method").seenBy(review), words),
                CodeCells.of(claims.attribute("munition").seenBy(review), words),
                CodeCells.of(claims.attribute("munition-asserted").seenBy(review), words),
                CodeCells.of(claims.attribute("munition-verified").seenBy(review), words),
                CodeCells.of(claims.attribute("used-by").seenBy(review), words),
                CodeCells.of(claims.attribute("unit-alleged").seenBy(review), words));
    }

    /** In the order of {@link Shared}. */
    List<List<Integer>> dimensions() {
        return List.of(weapon, method, munition, munitionAsserted, munitionVerified, usedBy, unitAlleged);
    }
}
