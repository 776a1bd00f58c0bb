package dalil.query.unit;

/**
 * That two records may be about one and the same, while nobody decided it.
 *
 * @param unit its number: the ledger index of the fact that noted it
 * @param kind {@code casualty} or {@code incident}: what both are
 * @param one UUID of the record on which it was noted
 * @param other UUID of the other
 */
public record CandidateRow(long unit, String kind, String one, String other) implements UnitRow {}
