package dalil.command.imports.profile;

import dalil.command.imports.dates.DateFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the files of one publisher become records.
 *
 * @param sha256 hex digest of the profile's bytes
 * @param dataset the name under which it is imported unless another is given
 * @param asOf where the file says of what date it is; null if it does not
 * @param file which of several inputs hold the rows; null for those that are joined to nothing
 * @param id what names a row; empty if nothing does
 * @param nulls tokens that stand for no value
 * @param decimal what stands before the fraction of a number
 * @param thousands what stands between groups of digits; empty if nothing
 * @param protectedColumns columns whose content must not get into an open field, an error or a rejects file
 * @param columns everything that the profile reads, as often as it does
 * @param incident null where the file gives only sources
 */
public record Profile(
        String name,
        String sha256,
        String dataset,
        Publisher publisher,
        @Nullable AsOf asOf,
        Layout layout,
        @Nullable Glob file,
        List<Join> joins,
        List<Value> id,
        Set<String> nulls,
        String decimal,
        String thousands,
        Set<String> protectedColumns,
        List<Column> columns,
        List<Emit.Source> sources,
        Emit.@Nullable Incident incident,
        List<Emit.ForceUse> forceUses) {

    /**
     * The date of the file: a constant, or a path to it outside the rows of a JSON file.
     *
     * @param date ISO date; empty if it is in the file
     */
    public record AsOf(String date, List<String> path, DateFormat dates) {}
}
