package dalil.command.imports.profile;

import dalil.command.imports.dates.DateFormat;
import java.util.ArrayList;
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
 * @param changes how rows tell of changes; null where they are records
 * @param incident null where rows give none
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
        @Nullable Changes changes,
        List<Value> id,
        Set<String> nulls,
        String decimal,
        String thousands,
        Set<String> protectedColumns,
        List<Column> columns,
        List<Emit.Source> sources,
        Emit.@Nullable Incident incident,
        List<Emit.ForceUse> forceUses,
        List<Emit.Casualty> casualties,
        List<Emit.Figure> figures) {

    /** Whether rows give records, and not only sources. */
    public boolean givesRecords() {
        return !kinds().isEmpty();
    }

    /** The kinds of record that rows may give, as they stand in the names of streams. */
    public List<String> kinds() {
        List<String> kinds = new ArrayList<>();
        if (incident != null) {
            kinds.add("incident");
        }
        if (!casualties.isEmpty()) {
            kinds.add("casualty");
        }
        if (!figures.isEmpty()) {
            kinds.add("figure");
        }
        return kinds;
    }

    /**
     * The date of the file: a constant, or a path to it outside the rows of a JSON file.
     *
     * @param date ISO date; empty if it is in the file
     */
    public record AsOf(String date, List<String> path, DateFormat dates) {}
}
