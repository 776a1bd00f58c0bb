package dalil.ledger.audit;

import dalil.ledger.Head;
import dalil.ledger.audit.AuditReport.Signed;
import dalil.ledger.audit.Finding.Kind;
import dalil.ledger.audit.outside.KeptCheck;
import dalil.ledger.fault.IntegrityFault;
import dalil.ledger.sqlite.CaseRow;
import dalil.ledger.sqlite.HeadRow;
import dalil.ledger.sqlite.Session;
import dalil.ledger.sqlite.SqliteFile;
import dalil.ledger.sqlite.WriteAheadLog;
import dalil.ledger.store.Block;
import dalil.transparency.tree.TreeHead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The audit of one folder, up to the head it finds. It opens for reading only; a server may go on writing meanwhile.
 *
 * <p>It proves that the file agrees with itself, and with every checkpoint that was signed for it. Each of these is held against the
 * one tree that is rebuilt from the records, and so against every earlier one. That the whole file was not replaced by another that
 * agrees with itself shows only against what is kept elsewhere: the key folder, a vkey, an older checkpoint.
 */
public final class Audit {

    private static final int CHUNK = 2 * Block.MILESTONE;

    /** A forged index far up must not make an audit that never ends. */
    private static final long MOST_GONE = 1_000_000;

    private final Path file;
    private final AuditKeys keys;
    private final Findings findings = new Findings();
    private final List<String> attested = new ArrayList<>();
    private final List<String> unseen = new ArrayList<>();
    private Signed signed = Signed.NONE;
    private @Nullable TreeHead tree;
    private @Nullable String undecided;

    private Audit(Path file, AuditKeys keys) {
        this.file = file;
        this.keys = keys;
    }

    /** Without anything to hold it against. */
    public static AuditReport of(Path folder) {
        return of(folder, AuditKeys.NONE);
    }

    /** Never throws: what cannot be looked at is an outcome too. */
    public static AuditReport of(Path folder, AuditKeys keys) {
        Path file = SqliteFile.in(folder);
        if (!Files.isDirectory(folder)) {
            return AuditReport.couldNotTell("no such folder: " + folder);
        }
        if (!Files.exists(file)) {
            return AuditReport.couldNotTell("no ledger in " + folder);
        }
        if (!Files.isReadable(file)) {
            return AuditReport.couldNotTell("no permission to read " + file);
        }
        return new Audit(file, keys).run();
    }

    private AuditReport run() {
        try {
            // before SQLite takes of the log what it will
            WriteAheadLog.End log = LogCheck.of(file);
            HeaderCheck.of(file, findings);
            AuditReport report = read(log);
            String why = log == WriteAheadLog.End.TORN ? LogCheck.TORN : undecided;
            return why == null ? report : report.undecided(why);
        } catch (IOException unreadable) {
            return AuditReport.couldNotTell("the file cannot be read: " + unreadable.getMessage());
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            return AuditReport.couldNotTell("interrupted");
        }
    }

    private AuditReport read(WriteAheadLog.End log) throws InterruptedException {
        Head head = null;
        try (Session session = new Session(SqliteFile.forReading(file))) {
            // one moment for the head, the requests and what lies beyond the head
            session.run("BEGIN");
            new TableCheck(findings, session).schema();
            head = head(session);
            facts(session, head);
        } catch (SQLException failed) {
            if (!isDamage(failed)) {
                return AuditReport.couldNotTell(String.valueOf(failed.getMessage()));
            }
            findings.ofLedger(Kind.UNREADABLE_ROW, String.valueOf(failed.getMessage()));
        }
        if (log == WriteAheadLog.End.DAMAGED) {
            findings.at(Kind.MISSING, head == null ? 0 : head.size(), LogCheck.DAMAGED);
        }
        return findings.report(head, tree, signed, attested, unseen);
    }

    private @Nullable Head head(Session session) throws SQLException {
        try {
            Head head = HeadRow.read(session).head();
            if (!CaseRow.read(session).ledgerCase().id().equals(head.ledger())) {
                findings.ofLedger(Kind.ALTERED_COLUMN, "the head is of ledger " + head.ledger());
            }
            return head;
        } catch (IntegrityFault altered) {
            findings.ofLedger(Kind.BROKEN_LINK, String.valueOf(altered.getMessage()));
            return null;
        }
    }

    /** How many indexes to look at; what the head has beyond the last fact is one finding. Without a head, up to the last fact. */
    private long size(Session session, @Nullable Head head) throws SQLException {
        try (ResultSet row = session.bound("SELECT coalesce(max(idx), -1) + 1, count(*) FROM fact")
                .executeQuery()) {
            row.next();
            long end = row.getLong(1);
            if (head != null && end < head.size()) {
                findings.at(Kind.MISSING, end, "the facts from here to " + (head.size() - 1));
            }
            long size = head == null ? end : Math.min(end, head.size());
            return Math.min(size, row.getLong(2) + MOST_GONE);
        }
    }

    private void facts(Session session, @Nullable Head head) throws SQLException, InterruptedException {
        ExecutorService workers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), task -> {
                    Thread thread = new Thread(task, "ledger-audit");
                    thread.setDaemon(true);
                    return thread;
                });
        try (ChunkCheck chunks = new ChunkCheck(file, findings)) {
            Future<?> integrity = workers.submit(() -> {
                try (Session own = new Session(SqliteFile.forReading(file))) {
                    TableCheck.integrity(own, findings);
                }
                return null;
            });
            inOrder(session, size(session, head), head, chunks, workers);
            result(integrity);
        } finally {
            workers.shutdownNow();
        }
    }

    private void inOrder(Session session, long size, @Nullable Head head, ChunkCheck chunks, ExecutorService workers)
            throws SQLException, InterruptedException {
        OrderCheck order = new OrderCheck(findings, milestones(session));
        RequestCheck requests = new RequestCheck(findings, session);
        Erasures erasures = new Erasures();
        CheckpointCheck checkpoints = new CheckpointCheck(findings, session, keys, origin(session));
        NodeCheck nodes = new NodeCheck(findings, session);
        KeptCheck kept = new KeptCheck(findings, keys);
        checkpoints.at(order.range());
        kept.at(order.range());
        int ahead = 2 * Runtime.getRuntime().availableProcessors();
        ArrayDeque<Future<List<CheckedRow>>> running = new ArrayDeque<>();
        for (long from = 0; from < size || !running.isEmpty(); ) {
            while (running.size() < ahead && from < size) {
                long first = from;
                long before = Math.min(size, from + CHUNK);
                running.add(workers.submit(() -> chunks.check(first, before)));
                from = before;
            }
            for (CheckedRow row : result(running.remove())) {
                order.next(row);
                checkpoints.at(order.range());
                kept.at(order.range());
                nodes.next(row);
                requests.next(row);
                erasures.add(row);
            }
        }
        tree = order.range() == null ? null : new TreeHead(size, order.range().root());
        signed = checkpoints.end(size, unseen);
        undecided = kept.end(size, checkpoints::covering, attested);
        String unwitnessed =
                new AttestationCheck(findings, session, keys, checkpoints.newest()).check(attested, unseen);
        undecided = undecided == null ? unwitnessed : undecided;
        nodes.end();
        order.end(size, head);
        requests.end(size);
        erasures.report(findings);
        new TableCheck(findings, session).leftovers(head == null ? size : head.size(), order.streams());
    }

    /** Under which checkpoints are signed; empty where the case cannot be read, which is found elsewhere. */
    private static String origin(Session session) throws SQLException {
        try {
            return CaseRow.read(session).ledgerCase().origin();
        } catch (IntegrityFault altered) {
            return "";
        }
    }

    private static Map<Long, byte[]> milestones(Session session) throws SQLException {
        Map<Long, byte[]> milestones = new HashMap<>();
        try (ResultSet row = session.bound("SELECT size, tree FROM milestone").executeQuery()) {
            while (row.next()) {
                milestones.put(row.getLong(1), row.getBytes(2));
            }
        }
        return milestones;
    }

    private static <T> T result(Future<T> future) throws SQLException, InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof SQLException sql) {
                throw sql;
            }
            throw new IllegalStateException("an audit worker failed", failed.getCause());
        }
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
}
