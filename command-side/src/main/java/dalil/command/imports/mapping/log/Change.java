package dalil.command.imports.mapping.log;

import dalil.command.imports.row.RawRow;

/**
 * A line of a file that tells of changes.
 *
 * @param version as the file calls it
 * @param day ISO date of the version
 * @param row the record as it stands after the line, with what else the line has
 * @param removed whether the record is gone
 */
public record Change(String version, String day, RawRow row, boolean removed) {}
