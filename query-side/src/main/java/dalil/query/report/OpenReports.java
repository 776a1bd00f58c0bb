package dalil.query.report;

import dalil.query.facts.FactsTable;
import dalil.query.problem.NotYet;
import dalil.query.question.Moments;
import dalil.query.question.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The reports that nobody has worked up or set aside. */
public final class OpenReports {

    private static final String IN_FORCE = " FROM report WHERE valid_from <= ? AND valid_to > ?";
    private static final String COUNTS = "SELECT count(*), count(*) FILTER (WHERE urgent)" + IN_FORCE;
    private static final String OLDEST =
            "SELECT unit, id" + IN_FORCE + " AND unit > ? AND (urgent OR NOT ?) ORDER BY unit LIMIT ?";

    private final FactsTable table;
    private final Moments moments;

    public OpenReports(FactsTable table, Moments moments) {
        this.table = table;
        this.moments = moments;
    }

    /**
     * A report that is still to be worked up.
     *
     * @param index of the fact that took it
     */
    public record Entry(long index, String stream) {}

    /**
     * Some of them, and what there is in all.
     *
     * @param position index of the last fact that this reflects; -1 if none
     * @param urgent in how many of them somebody was in danger or needed care
     */
    public record Page(long position, int open, int urgent, List<Entry> entries) {}

    /**
     * The oldest first, with everything considered that is recorded now, or as nearly as the table can (it may be on a full disk); the
     * position tells.
     *
     * @param after index of the last one that was seen; -1 for the oldest
     * @throws NotYet while the table is far behind: never is a part shown as the whole
     */
    public Page page(long after, boolean onlyUrgent, int limit) {
        long index = moments.of(null, null);
        return table.read(index, connection -> {
            List<Entry> entries = entries(connection, index, after, onlyUrgent, limit);
            try (PreparedStatement statement =
                            new Sql().add(COUNTS, index, index).prepare(connection);
                    ResultSet row = statement.executeQuery()) {
                row.next();
                return new Page(index, row.getInt(1), row.getInt(2), entries);
            }
        });
    }

    private static List<Entry> entries(Connection connection, long index, long after, boolean onlyUrgent, int limit)
            throws SQLException {
        List<Entry> entries = new ArrayList<>();
        try (PreparedStatement statement = new Sql()
                        .add(OLDEST, index, index, after, onlyUrgent, limit)
                        .prepare(connection);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                entries.add(new Entry(row.getLong(1), "report/" + row.getString(2)));
            }
        }
        return entries;
    }
}
