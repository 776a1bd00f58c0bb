package dalil.query.figure;

import com.fasterxml.jackson.annotation.JsonInclude;
import dalil.query.unit.DayKeys;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure as it is listed. What its publisher wrote stands in its record.
 *
 * @param index ledger index of its first fact
 * @param publisher who published it
 * @param origin UUID of the source that it has it from, {@code self} or {@code unknown}
 * @param originName what that source is called; null where it is no other source or was erased
 * @param reportedVia UUID of the source through which it reached the register; null where that is not stated
 * @param reportedViaName what that source is called; null where it is not stated or was erased
 * @param asOf EDTF date that it is about; null if not stated
 * @param least the number; of a range its lower end
 * @param greatest the same number; of a range its upper end
 * @param place path of the place that it is about, from the country down; absent where none is stated
 * @param record where the whole figure is read, at the same index
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PublishedFigure(
        String id,
        long index,
        Publisher publisher,
        String origin,
        @Nullable String originName,
        @Nullable String reportedVia,
        @Nullable String reportedViaName,
        @Nullable String published,
        @Nullable AsOf asOf,
        String measure,
        String unit,
        String period,
        String population,
        Includes includes,
        String qualifier,
        long least,
        long greatest,
        @Nullable String partOf,
        @Nullable String followedBy,
        boolean disputed,
        boolean withdrawnByPublisher,
        boolean retracted,
        @Nullable String dataset,
        @Nullable List<String> place,
        String record) {

    /** @param name what it is called; null where that was erased */
    public record Publisher(String source, @Nullable String name) {}

    /**
     * What a figure is about in time.
     *
     * @param from HH:mm
     * @param to HH:mm
     * @param earliest first day; null where open
     * @param latest last day; null where open
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AsOf(
            String date,
            @Nullable String from,
            @Nullable String to,
            @Nullable String earliest,
            @Nullable String latest) {}

    /** Who is in the number, as far as it is stated. */
    public record Includes(String dead, String securityForces, String medics) {}

    /** The columns that {@link #of} reads, in order. */
    static final String COLUMNS =
            "unit, id, retracted, withdrawn, disputed, publisher, origin, reported_via, published, as_of,"
                    + " as_of_from_time, as_of_to_time, as_of_from, as_of_to, measure, unit_counted, period, population, includes_dead,"
                    + " includes_security_forces, includes_medics, qualifier, least, greatest, part_of, followed_by, dataset, place";

    static PublishedFigure of(ResultSet row, SourceNames names, long index) throws SQLException {
        String id = row.getString(2);
        String asOf = row.getString(10);
        return new PublishedFigure(
                id,
                row.getLong(1),
                new Publisher(row.getString(6), names.of(row.getString(6), index)),
                row.getString(7),
                names.of(row.getString(7), index),
                row.getString(8),
                row.getString(8) == null ? null : names.of(row.getString(8), index),
                row.getString(9),
                asOf == null ? null : new AsOf(asOf, row.getString(11), row.getString(12), day(row, 13), day(row, 14)),
                row.getString(15),
                row.getString(16),
                row.getString(17),
                row.getString(18),
                new Includes(row.getString(19), row.getString(20), row.getString(21)),
                row.getString(22),
                row.getLong(23),
                row.getLong(24),
                row.getString(25),
                row.getString(26),
                row.getBoolean(5),
                row.getBoolean(4),
                row.getBoolean(3),
                row.getString(27),
                place(row),
                "/api/figures/" + id + "?asOf=" + index);
    }

    private static @Nullable List<String> place(ResultSet row) throws SQLException {
        List<String> path = path(row, 28);
        return path.isEmpty() ? null : path;
    }

    static List<String> path(ResultSet row, int column) throws SQLException {
        List<String> path = new ArrayList<>();
        for (Object level : (Object[]) row.getArray(column).getArray()) {
            path.add((String) level);
        }
        return List.copyOf(path);
    }

    private static @Nullable String day(ResultSet row, int column) throws SQLException {
        int day = row.getInt(column);
        return row.wasNull() ? null : DayKeys.date(day).toString();
    }

    /** Whether it still says what it says: neither we nor its publisher took it back. */
    boolean stands() {
        return !retracted && !withdrawnByPublisher;
    }

    /** The one day that it is about; null where that is not one day. */
    @Nullable LocalDate day() {
        return asOf == null || asOf.earliest() == null || !asOf.earliest().equals(asOf.latest())
                ? null
                : LocalDate.parse(asOf.earliest());
    }

    /** The one number, where it is exact and for persons; -1 otherwise. */
    long exactPersons() {
        return qualifier.equals("exactly") && unit.equals("persons") && least == greatest ? least : -1;
    }
}
