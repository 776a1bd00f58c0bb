package dalil.query.unit;

/**
 * From whom a source has it.
 *
 * @param unit its number: the ledger index of its first fact
 * @param origin UUID of another source, {@code self}, or {@code unknown}
 * @param followed whether the origin was on record then, so that only a correction can lead elsewhere
 */
public record SourceRow(long unit, String id, String origin, boolean followed) implements UnitRow {

    /** Longer than any chain of hearsay that means something; as long as a source's own answer follows it. */
    public static final int LONGEST_CHAIN = 64;
}
