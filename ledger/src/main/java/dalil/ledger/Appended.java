package dalil.ledger;

/**
 * An acknowledged append: on disk, contiguous.
 *
 * @param firstIndex index of its first fact
 * @param count how many facts
 */
public record Appended(long firstIndex, int count) {}
