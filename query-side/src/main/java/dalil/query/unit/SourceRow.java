package dalil.query.unit;

/**
 * From whom a source has it. Where that ends is found when it is asked for, since another source's correction may move it.
 *
 * @param unit its number: the ledger index of its first fact
 * @param origin UUID of another source, {@code self}, or {@code unknown}
 */
public record SourceRow(long unit, String id, String origin) implements UnitRow {}
