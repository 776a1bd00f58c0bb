package dalil.ledger.audit.sqlite;

import dalil.ledger.Head;
import dalil.ledger.RequestAnswer;
import dalil.ledger.audit.Finding.Kind;
import dalil.ledger.audit.Findings;
import dalil.ledger.audit.Holdings;
import dalil.ledger.audit.RawFact;
import dalil.ledger.audit.Unreadable;
import dalil.ledger.sqlite.CaseRow;
import dalil.ledger.sqlite.Columns;
import dalil.ledger.sqlite.FactRows;
import dalil.ledger.sqlite.HeadRow;
import dalil.ledger.sqlite.Session;
import dalil.ledger.sqlite.SqliteFile;
import dalil.ledger.sqlite.WriteAheadLog;
import dalil.ledger.store.CheckpointStore.Kept;
import dalil.ledger.store.SealedCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * A ledger's file, opened for reading; a server may go on writing meanwhile. What is asked once is asked in one transaction, which is
 * the moment; the facts below its head do not change any more and are read on further connections.
 */
public final class SqliteHoldings implements Holdings {

    private static final String FACTS = "SELECT " + FactRows.COLUMNS
            + ", f.event, f.stream, n.name, f.sequence, f.highest_at" + FactRows.TABLES
            + "LEFT JOIN stream n ON n.id = f.stream WHERE f.idx >= ? AND f.idx < ? ORDER BY f.idx";

    private final Path file;
    private final WriteAheadLog.End log;
    private final ConcurrentLinkedQueue<Session> idle = new ConcurrentLinkedQueue<>();
    private @Nullable Session moment;

    private SqliteHoldings(Path file, WriteAheadLog.End log) {
        this.file = file;
        this.log = log;
    }

    /** @throws Unreadable if there is no such file, or it may not be read */
    public static SqliteHoldings in(Path folder) {
        Path file = SqliteFile.in(folder);
        if (!Files.isDirectory(folder)) {
            throw new Unreadable("no such folder: " + folder, false, null);
        }
        if (!Files.exists(file)) {
            throw new Unreadable("no ledger in " + folder, false, null);
        }
        if (!Files.isReadable(file)) {
            throw new Unreadable("no permission to read " + file, false, null);
        }
        return of(file);
    }

    /** The same for a file of any name. */
    public static SqliteHoldings of(Path file) {
        try {
            // before SQLite takes of the log what it will
            return new SqliteHoldings(file, LogCheck.of(file));
        } catch (IOException failed) {
            throw unreadable(failed);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new Unreadable("interrupted", false, asked);
        }
    }

    private static Unreadable unreadable(IOException failed) {
        return new Unreadable("the file cannot be read: " + failed.getMessage(), false, failed);
    }

    /** Opened on the first question. */
    private Session session() throws SQLException {
        if (moment == null) {
            moment = new Session(SqliteFile.forReading(file));
            moment.run("BEGIN");
        }
        return moment;
    }

    private interface Asking<T> {
        T answer() throws SQLException;
    }

    private <T> T ask(Asking<T> asking) {
        try {
            return asking.answer();
        } catch (SQLException failed) {
            throw unreadable(failed);
        }
    }

    private static Unreadable unreadable(SQLException failed) {
        return new Unreadable(String.valueOf(failed.getMessage()), isDamage(failed), failed);
    }

    private static boolean isDamage(SQLException failed) {
        if (!(failed instanceof SQLiteException sqlite)) {
            return false;
        }
        SQLiteErrorCode code = sqlite.getResultCode();
        return code == SQLiteErrorCode.SQLITE_CORRUPT
                || code == SQLiteErrorCode.SQLITE_NOTADB
                || code == SQLiteErrorCode.SQLITE_ERROR;
    }

    @Override
    public Head head() {
        return ask(() -> HeadRow.read(session()).head());
    }

    @Override
    public SealedCase sealedCase() {
        return ask(() -> CaseRow.read(session()));
    }

    @Override
    public void form(Findings findings) {
        try {
            HeaderCheck.of(file, findings);
        } catch (IOException failed) {
            throw unreadable(failed);
        }
        ask(() -> {
            new TableCheck(findings, session()).schema();
            return true;
        });
    }

    @Override
    public void integrity(Findings findings) {
        onAnother(another -> {
            TableCheck.integrity(another, findings);
            return true;
        });
    }

    private interface Reading<T> {
        T from(Session another) throws SQLException;
    }

    private <T> T onAnother(Reading<T> reading) {
        return ask(() -> {
            Session idling = idle.poll();
            Session another = idling == null ? new Session(SqliteFile.forReading(file)) : idling;
            try {
                return reading.from(another);
            } finally {
                idle.add(another);
            }
        });
    }

    @Override
    public long end() {
        return number("SELECT coalesce(max(idx), -1) + 1 FROM fact");
    }

    @Override
    public long count() {
        return number("SELECT count(*) FROM fact");
    }

    private long number(String sql, Object... values) {
        return ask(() -> {
            try (ResultSet row = session().bound(sql, values).executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    @Override
    public Map<Long, byte[]> milestones() {
        return ask(() -> {
            Map<Long, byte[]> milestones = new HashMap<>();
            try (ResultSet row =
                    session().bound("SELECT size, tree FROM milestone").executeQuery()) {
                while (row.next()) {
                    milestones.put(row.getLong(1), Columns.bytes(row, 2));
                }
            }
            return milestones;
        });
    }

    @Override
    public void facts(long from, long before, Consumer<RawFact> each) {
        onAnother(another -> {
            try (ResultSet row = another.bound(FACTS, from, before).executeQuery()) {
                while (row.next()) {
                    each.accept(new RawFact(
                            row.getLong(1),
                            Columns.bytes(row, 2),
                            Columns.bytes(row, 3),
                            FactRows.sections(row),
                            row.getLong(15),
                            RowColumns.of(row)::check));
                }
            }
            return true;
        });
    }

    @Override
    public List<Kept> checkpoints() {
        return ask(() -> {
            List<Kept> kept = new ArrayList<>();
            try (ResultSet row = session()
                    .bound("SELECT number, size, note FROM checkpoint ORDER BY size")
                    .executeQuery()) {
                while (row.next()) {
                    kept.add(new Kept(row.getLong(1), row.getLong(2), Columns.bytes(row, 3)));
                }
            }
            return kept;
        });
    }

    @Override
    public Optional<RequestAnswer> request(String id, long near) {
        return ask(() -> {
            try (ResultSet row = session()
                    .bound("SELECT digest, first, count FROM request WHERE id = ?", id)
                    .executeQuery()) {
                return row.next() ? Optional.of(answer(row, 1)) : Optional.empty();
            }
        });
    }

    /** In three columns. */
    private static RequestAnswer answer(ResultSet row, int column) throws SQLException {
        long count = row.getLong(column + 2);
        // A count that is none must not become one by losing its upper half.
        return new RequestAnswer(
                Columns.bytes(row, column), row.getLong(column + 1), count == (int) count ? (int) count : -1);
    }

    @Override
    public long requests(long before) {
        return number("SELECT count(*) FROM request WHERE first < ?", before);
    }

    @Override
    public void requests(long before, Consumer<RawRequest> each) {
        ask(() -> {
            try (ResultSet row = session()
                    .bound(
                            "SELECT r.id, r.digest, r.first, r.count, s.meta FROM request r"
                                    + " LEFT JOIN section s ON s.idx = r.first WHERE r.first < ? ORDER BY r.first",
                            before)
                    .executeQuery()) {
                while (row.next()) {
                    each.accept(new RawRequest(Columns.text(row, 1), answer(row, 2), row.getBytes(5)));
                }
            }
            return true;
        });
    }

    @Override
    public byte @Nullable [] node(int level, long index) {
        Optional<byte[]> hash = ask(() -> {
            try (ResultSet row = session()
                    .bound("SELECT hash FROM node WHERE level = ? AND idx = ?", level, index)
                    .executeQuery()) {
                return row.next() ? Optional.of(Columns.bytes(row, 1)) : Optional.empty();
            }
        });
        return hash.orElse(null);
    }

    @Override
    public long nodes() {
        return number("SELECT count(*) FROM node");
    }

    @Override
    public void attestations(Consumer<RawAttestation> each) {
        ask(() -> {
            try (ResultSet row = session()
                    .bound("SELECT kind, checkpoint, maker, bytes FROM attestation ORDER BY id")
                    .executeQuery()) {
                while (row.next()) {
                    each.accept(new RawAttestation(
                            Columns.text(row, 1), row.getLong(2), Columns.text(row, 3), Columns.bytes(row, 4)));
                }
            }
            return true;
        });
    }

    @Override
    public void leftovers(long size, long streams, Findings findings) {
        ask(() -> {
            new TableCheck(findings, session()).leftovers(size, streams);
            return true;
        });
    }

    @Override
    public @Nullable String lost(long size, Findings findings) {
        if (log == WriteAheadLog.End.DAMAGED) {
            findings.at(Kind.MISSING, size, LogCheck.DAMAGED);
        }
        return log == WriteAheadLog.End.TORN ? LogCheck.TORN : null;
    }

    @Override
    public void close() {
        ask(() -> {
            if (moment != null) {
                moment.close();
            }
            for (Session one = idle.poll(); one != null; one = idle.poll()) {
                one.close();
            }
            return true;
        });
    }
}
