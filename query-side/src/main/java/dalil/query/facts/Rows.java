package dalil.query.facts;

import dalil.query.unit.UnitRow;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.duckdb.DuckDBAppender;

/**
 * What a batch does to one table of versions.
 *
 * @param table its name
 * @param versions what ends and what begins
 * @param layout how a row gets in
 */
record Rows<R extends UnitRow>(String table, Versions<R> versions, Appending<R> layout) {

    /** Appends one row. */
    @FunctionalInterface
    interface Appending<R extends UnitRow> {
        void append(DuckDBAppender out, Version<R> version) throws SQLException;
    }

    static <R extends UnitRow> Rows<R> of(String table, Appending<R> layout) {
        return new Rows<>(table, new Versions<>(), layout);
    }

    /** The units that were these rows are those rows from an index on. */
    void change(List<R> before, List<R> after, long index) {
        Map<Long, R> gone = new HashMap<>();
        before.forEach(row -> gone.put(row.unit(), row));
        for (R row : after) {
            R old = gone.remove(row.unit());
            if (!Objects.equals(old, row)) {
                if (old != null) {
                    versions.end(old.unit(), index);
                }
                versions.start(row, index);
            }
        }
        gone.keySet().forEach(unit -> versions.end(unit, index));
    }

    void appendEnded(DuckDBAppender out) throws SQLException {
        append(out, versions.ended());
    }

    void appendOpen(DuckDBAppender out) throws SQLException {
        append(out, versions.open());
    }

    private void append(DuckDBAppender out, Collection<Version<R>> rows) throws SQLException {
        for (Version<R> version : rows) {
            layout.append(out, version);
        }
    }
}
