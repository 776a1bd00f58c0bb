package dalil.ledger.audit.sqlite;

import dalil.ledger.audit.Finding.Kind;
import dalil.ledger.audit.Findings;
import dalil.ledger.record.FactRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a fact that are derived from its record.
 *
 * @param stream the stream's number, 0 if there is none
 * @param name the stream's name
 */
record RowColumns(
        @Nullable String event,
        long stream,
        @Nullable String name,
        @Nullable String sequence) {

    /** In columns 11 to 14. */
    static RowColumns of(ResultSet row) throws SQLException {
        return new RowColumns(row.getString(11), row.getLong(12), row.getString(13), row.getString(14));
    }

    void check(FactRecord record, Findings findings) {
        column(record, "event", record.id(), event, findings);
        column(record, "stream", record.stream(), name, findings);
        if (record.stream() == null && stream != 0) {
            findings.at(Kind.ALTERED_COLUMN, record.index(), "stream is given, the record has none");
        }
        String expected = record.stream() == null ? null : Long.toString(record.sequence());
        column(record, "sequence", expected, sequence, findings);
    }

    private static void column(
            FactRecord record, String column, @Nullable String expected, @Nullable String found, Findings findings) {
        if (!Objects.equals(expected, found)) {
            findings.at(Kind.ALTERED_COLUMN, record.index(), column + " is " + found + ", the record says " + expected);
        }
    }
}
