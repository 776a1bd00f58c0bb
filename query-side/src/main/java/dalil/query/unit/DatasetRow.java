package dalil.query.unit;

/**
 * A dataset that was imported. What it lists stands in a table of its own.
 *
 * @param unit number of the word that is its name
 * @param asOf the date of its last listing, ISO
 */
public record DatasetRow(long unit, String id, String asOf) implements UnitRow {}
