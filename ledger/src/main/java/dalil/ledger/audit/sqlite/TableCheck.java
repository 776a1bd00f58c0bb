package dalil.ledger.audit.sqlite;

import dalil.ledger.audit.Finding.Kind;
import dalil.ledger.audit.Findings;
import dalil.ledger.sqlite.Schema;
import dalil.ledger.sqlite.Session;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.TreeSet;

/** What the tables are, and that they hold nothing that no fact accounts for. */
final class TableCheck {

    private static final int MOST = 1_000;

    private final Findings findings;
    private final Session session;

    TableCheck(Findings findings, Session session) {
        this.findings = findings;
        this.session = session;
    }

    /** The file was made by the statements of {@link Schema} and by nothing else: no trigger, no view, no lost index. */
    void schema() throws SQLException {
        try (Session fresh = new Session(DriverManager.getConnection("jdbc:sqlite::memory:"))) {
            for (String statement : Schema.statements().values()) {
                fresh.run(statement);
            }
            TreeSet<String> missing = objects(fresh);
            TreeSet<String> more = objects(session);
            more.removeAll(objects(fresh));
            missing.removeAll(objects(session));
            missing.forEach(object -> findings.ofLedger(Kind.ALTERED_COLUMN, "the file lacks " + object));
            more.forEach(object -> findings.ofLedger(Kind.ALTERED_COLUMN, "the file should not have " + object));
        }
        pragma("application_id", Schema.APPLICATION_ID);
        pragma("user_version", Schema.VERSION);
    }

    private static TreeSet<String> objects(Session session) throws SQLException {
        TreeSet<String> objects = new TreeSet<>();
        try (ResultSet row = session.bound(
                        "SELECT type || ' ' || name || ' on ' || tbl_name || ': ' || coalesce(sql, '') FROM sqlite_schema"
                                + " WHERE name NOT LIKE 'sqlite_stat%'")
                .executeQuery()) {
            while (row.next()) {
                objects.add(row.getString(1));
            }
        }
        return objects;
    }

    private void pragma(String name, int expected) throws SQLException {
        try (ResultSet row = session.bound("PRAGMA " + name).executeQuery()) {
            if (!row.next() || row.getInt(1) != expected) {
                findings.ofLedger(Kind.ALTERED_COLUMN, name + " is not " + expected);
            }
        }
    }

    /** Rows that lie beyond the head, and streams that no fact is in. */
    void leftovers(long size, long streams) throws SQLException {
        for (String table : new String[] {"fact", "section", "sealed"}) {
            try (ResultSet row = session.bound(
                            "SELECT idx FROM " + table + " WHERE idx < 0 OR idx >= ? ORDER BY idx LIMIT " + MOST, size)
                    .executeQuery()) {
                while (row.next()) {
                    findings.at(Kind.DUPLICATE, row.getLong(1), "a row of " + table + " beyond the head");
                }
            }
        }
        try (ResultSet row = session.bound("SELECT count(*) FROM stream").executeQuery()) {
            if (row.next() && row.getLong(1) == streams) {
                return;
            }
        }
        try (ResultSet row = session.bound("SELECT id, name FROM stream WHERE id NOT IN"
                        + " (SELECT stream FROM fact WHERE stream IS NOT NULL) LIMIT " + MOST)
                .executeQuery()) {
            while (row.next()) {
                findings.ofLedger(Kind.DUPLICATE, "stream " + row.getLong(1) + " that no fact is in");
            }
        }
    }

    /** SQLite's own check of its pages, indexes and constraints. */
    static void integrity(Session session, Findings findings) throws SQLException {
        try (ResultSet row =
                session.bound("PRAGMA integrity_check(" + MOST + ")").executeQuery()) {
            while (row.next()) {
                if (!"ok".equals(row.getString(1))) {
                    findings.ofLedger(Kind.UNREADABLE_ROW, "SQLite: " + row.getString(1));
                }
            }
        }
    }
}
