package dalil.ledger.sqlite;

import dalil.ledger.fault.IntegrityFault;
import dalil.ledger.fault.LedgerUnavailable;
import dalil.ledger.fault.LedgerUnavailable.Reason;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import org.sqlite.SQLiteException;

/** Reading sessions for all threads, at most {@value #MOST} at a time. */
final class Sessions implements AutoCloseable {

    private static final int MOST = 16;

    private final Path file;
    private final Semaphore free = new Semaphore(MOST);
    private final ConcurrentLinkedDeque<Session> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    Sessions(Path file) {
        this.file = file;
    }

    /** What is done with a session. */
    interface Reading<T> {
        T from(Session session) throws SQLException;
    }

    <T> T read(Reading<T> reading) {
        free.acquireUninterruptibly();
        try {
            if (closed) {
                throw new LedgerUnavailable(Reason.CLOSED, "the ledger is closed");
            }
            Session session = idle.pollFirst();
            if (session == null) {
                session = new Session(SqliteFile.forReading(file));
            }
            try {
                T result = reading.from(session);
                giveBack(session);
                return result;
            } catch (SQLException | RuntimeException failed) {
                // what state it is in nobody knows; the next reader gets a new one
                session.close();
                throw failed;
            }
        } catch (SQLException failed) {
            throw translated(failed);
        } finally {
            free.release();
        }
    }

    /** The one number that a query answers with; empty if it is NULL or there is no row. */
    OptionalLong number(String sql, Object... values) {
        return read(session -> number(session, sql, values));
    }

    static OptionalLong number(Session session, String sql, Object... values) throws SQLException {
        try (ResultSet row = session.bound(sql, values).executeQuery()) {
            if (!row.next()) {
                return OptionalLong.empty();
            }
            long number = row.getLong(1);
            return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
        }
    }

    private void giveBack(Session session) throws SQLException {
        idle.addFirst(session);
        if (closed && idle.remove(session)) {
            session.close();
        }
    }

    static RuntimeException translated(SQLException failed) {
        if (failed instanceof SQLiteException sqlite) {
            int code = sqlite.getResultCode().code & 0xff;
            if (code == SqliteCodes.CORRUPT || code == SqliteCodes.NOT_A_DATABASE) {
                return IntegrityFault.ofLedger("the file is damaged: " + failed.getMessage());
            }
            if (code == SqliteCodes.BUSY) {
                return new LedgerUnavailable(Reason.BUSY, "the file is locked", failed);
            }
        }
        return new LedgerUnavailable(Reason.FAILED, "the file cannot be read", failed);
    }

    @Override
    public void close() {
        closed = true;
        for (Session session = idle.pollFirst(); session != null; session = idle.pollFirst()) {
            try {
                session.close();
            } catch (SQLException nothingToLose) {
                // a reading session holds nothing
            }
        }
    }
}
