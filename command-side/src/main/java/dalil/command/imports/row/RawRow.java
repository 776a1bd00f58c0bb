package dalil.command.imports.row;

import org.jspecify.annotations.Nullable;

/**
 * A row as it stands in the file.
 *
 * @param number counted from 1, without a header line
 * @param problem what is wrong with its form, so that it is rejected; null if nothing
 */
public record RawRow(
        long number, Datum.Fields fields, @Nullable String problem) {}
