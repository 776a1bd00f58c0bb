package dalil.command.imports.profile;

import dalil.command.imports.dates.DateFormat;
import java.util.Set;

/**
 * How the lines of a file that tells of changes are read: each line adds, amends or removes one record.
 *
 * @param op which of the three a line does
 * @param added words for it, as {@link dalil.command.imports.dates.PlainWord} writes them
 * @param amended likewise
 * @param removed likewise
 * @param record name of the part of a line that has the whole record; empty where the line itself is the record
 * @param changed name of the part that has only what changed; empty where an amended record stands there whole
 * @param version lines with the same value are one version that the publisher put out
 * @param dates through which the version is read to a day
 */
public record Changes(
        Value.OfColumn op,
        Set<String> added,
        Set<String> amended,
        Set<String> removed,
        String record,
        String changed,
        Value.OfColumn version,
        DateFormat dates) {}
