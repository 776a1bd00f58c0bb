package dalil.query.unit;

/**
 * That two records may be about one person, while nobody decided it.
 *
 * @param unit its number: the ledger index of the fact that noted it
 * @param one UUID of the casualty on which it was noted
 * @param other UUID of the other
 */
public record CandidateRow(long unit, String one, String other) implements UnitRow {}
