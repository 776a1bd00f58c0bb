package dalil.query.question;

import dalil.query.unit.SourceRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * How many ultimate origins the sources have who said something that stands: each is followed to the source that saw, measured or decided
 * it itself. Unknown ends, circles and what leads nowhere add nothing. A row holds the number as it was at its first index. It is still
 * that number unless, since then and up to the index that is asked about, from whom one of its sources has it was corrected somewhere on
 * the way; then the ends are found again.
 *
 * <p>What is found stands in temporary tables of the connection, one after the other: the planner knows how few rows they have, and in one
 * statement takes them for many.
 */
final class Origins {

    static final String NAME = "origins";

    /**
     * The cell beside each row of {@code i}. It is certain where the sources that the review relied on have the same ends as all that
     * stand: then the reviewer found these origins and no other. A record without any end on either side is not among the counted.
     */
    static final String CELL = "coalesce(o.origins, i.origins)";

    /** A join that gives {@code o.origins} to each row of {@code i} that has another than its own. */
    static final String BESIDE = " LEFT JOIN origins_again o ON o.unit = i.unit";

    private static final String AT = "%1$s.valid_from <= ? AND %1$s.valid_to > ?";

    /** Sources whose chain led elsewhere before some index, with that index. */
    private static final String MOVED = "CREATE OR REPLACE TEMP TABLE moved_source AS"
            + " WITH RECURSIVE moved(source, id, since, passed) AS ("
            + "(SELECT s.unit, s.id, s.valid_from, 1 FROM source s WHERE s.valid_from > s.unit AND " + AT.formatted("s")
            + " UNION ALL SELECT s.unit, s.id, o.unit, 1 FROM source s JOIN source o ON o.id = s.origin"
            + " WHERE NOT s.followed AND " + AT.formatted("s") + " AND " + AT.formatted("o") + ")"
            + " UNION ALL SELECT s.unit, s.id, moved.since, moved.passed + 1 FROM moved JOIN source s ON s.origin = moved.id"
            + " WHERE " + AT.formatted("s") + " AND moved.passed < ?)"
            + " SELECT source, max(since) AS since FROM moved GROUP BY source";

    /** Rows that one of those stands in, of before that index. */
    private static final String STALE = "CREATE OR REPLACE TEMP TABLE stale AS SELECT DISTINCT unit FROM ("
            + "SELECT unit, valid_from, unnest(heard) AS source FROM %1$s i WHERE " + AT.formatted("i")
            + " AND NOT skipped"
            + " UNION ALL SELECT unit, valid_from, unnest(relied_on) FROM %1$s i WHERE " + AT.formatted("i")
            + " AND NOT skipped) n JOIN moved_source m ON m.source = n.source WHERE m.since > n.valid_from";

    private static final String NAMED = "CREATE OR REPLACE TEMP TABLE named AS"
            + " SELECT unit, unnest(heard) AS source, TRUE AS standing FROM %1$s i SEMI JOIN stale USING (unit) WHERE "
            + AT.formatted("i")
            + " UNION ALL SELECT unit, unnest(relied_on), FALSE FROM %1$s i SEMI JOIN stale USING (unit) WHERE "
            + AT.formatted("i");

    private static final String ENDS = "WITH RECURSIVE step(source, holder, origin, passed) AS ("
            + "SELECT s.unit, s.unit, CASE WHEN s.origin = s.id THEN 'self' ELSE s.origin END, 1 FROM source s"
            + " WHERE s.unit IN (SELECT source FROM named) AND " + AT.formatted("s")
            + " UNION ALL SELECT step.source, s.unit, CASE WHEN s.origin = s.id THEN 'self' ELSE s.origin END, step.passed + 1"
            + " FROM step JOIN source s ON s.id = step.origin WHERE " + AT.formatted("s") + " AND step.passed < ?)"
            + ", ends AS (SELECT source, holder FROM step WHERE origin = 'self')";

    private static final String AGAIN = "CREATE OR REPLACE TEMP TABLE origins_again AS " + ENDS
            + " SELECT unit, coalesce(counted.origins, 1) AS origins FROM stale LEFT JOIN ("
            + "SELECT unit, CAST(count(*) FILTER (WHERE standing) AS INTEGER) * 2"
            + " + CASE WHEN bool_and(standing AND relied_on) THEN 1 ELSE 0 END AS origins"
            + " FROM (SELECT n.unit, bool_or(n.standing) AS standing, bool_or(NOT n.standing) AS relied_on"
            + " FROM named n JOIN ends e ON e.source = n.source GROUP BY n.unit, e.holder) GROUP BY unit) counted USING (unit)";

    /** Where nothing was corrected, as mostly. */
    private static final String NOTHING = "CREATE OR REPLACE TEMP TABLE origins_again(unit BIGINT, origins INTEGER)";

    private Origins() {}

    /** Finds what {@link #BESIDE} joins, before anything that joins it. */
    static void find(Unit unit, long index, Connection connection) throws SQLException {
        int longest = SourceRow.LONGEST_CHAIN;
        String table = unit.table();
        run(connection, new Sql().add(MOVED, index, index, index, index, index, index, index, index, longest));
        if (isEmpty(connection)) {
            run(connection, new Sql().add(NOTHING));
            return;
        }
        run(connection, new Sql().add(STALE.formatted(table), index, index, index, index));
        run(connection, new Sql().add(NAMED.formatted(table), index, index, index, index));
        run(connection, new Sql().add(AGAIN, index, index, index, index, longest));
    }

    private static boolean isEmpty(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM moved_source")) {
            row.next();
            return row.getLong(1) == 0;
        }
    }

    private static void run(Connection connection, Sql sql) throws SQLException {
        try (PreparedStatement statement = sql.prepare(connection)) {
            statement.execute();
        }
    }
}
