package dalil.ledger.audit;

import dalil.ledger.Head;
import dalil.ledger.audit.AuditReport.Signed;
import dalil.ledger.audit.Finding.Kind;
import dalil.ledger.audit.outside.KeptCheck;
import dalil.ledger.audit.sqlite.SqliteHoldings;
import dalil.ledger.fault.IntegrityFault;
import dalil.ledger.fault.LedgerException;
import dalil.ledger.store.Block;
import dalil.transparency.tree.TreeHead;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The audit of one ledger, up to the head it finds. It opens for reading only; a server may go on writing meanwhile.
 *
 * <p>It proves that the store agrees with itself, and with every checkpoint that was signed for it. Each of these is held against the
 * one tree that is rebuilt from the records, and so against every earlier one. That the whole was not replaced by another that
 * agrees with itself shows only against what is kept elsewhere: the key folder, a vkey, an older checkpoint.
 */
public final class Audit {

    private static final int CHUNK = 2 * Block.MILESTONE;

    /** A forged index far up must not make an audit that never ends. */
    private static final long MOST_GONE = 1_000_000;

    private final Holdings holdings;
    private final AuditKeys keys;
    private final Findings findings = new Findings();
    private final List<String> attested = new ArrayList<>();
    private final List<String> unseen = new ArrayList<>();
    private Signed signed = Signed.NONE;
    private @Nullable TreeHead tree;
    private @Nullable String undecided;

    private Audit(Holdings holdings, AuditKeys keys) {
        this.holdings = holdings;
        this.keys = keys;
    }

    /** Of a folder, without anything to hold it against. */
    public static AuditReport of(Path folder) {
        return of(folder, AuditKeys.NONE);
    }

    /** Of a folder. Never throws: what cannot be looked at is an outcome too. */
    public static AuditReport of(Path folder, AuditKeys keys) {
        return of(() -> SqliteHoldings.in(folder), keys);
    }

    /** Of any store, opened here. Never throws either. */
    public static AuditReport of(Supplier<Holdings> opening, AuditKeys keys) {
        try (Holdings holdings = opening.get()) {
            return new Audit(holdings, keys).run();
        } catch (Unreadable unreadable) {
            String what = String.valueOf(unreadable.getMessage());
            return unreadable.isDamage() ? damaged(what) : AuditReport.couldNotTell(what);
        } catch (LedgerException closed) {
            return AuditReport.couldNotTell(String.valueOf(closed.getMessage()));
        }
    }

    private static AuditReport damaged(String what) {
        Findings findings = new Findings();
        findings.ofLedger(Kind.UNREADABLE_ROW, what);
        return findings.report(null, null, Signed.NONE, List.of(), List.of());
    }

    private AuditReport run() {
        Head head = null;
        try {
            holdings.form(findings);
            head = head();
            facts(head);
        } catch (Unreadable failed) {
            if (!failed.isDamage()) {
                return AuditReport.couldNotTell(String.valueOf(failed.getMessage()));
            }
            findings.ofLedger(Kind.UNREADABLE_ROW, String.valueOf(failed.getMessage()));
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            return AuditReport.couldNotTell("interrupted");
        }
        String lost = holdings.lost(head == null ? 0 : head.size(), findings);
        AuditReport report = findings.report(head, tree, signed, attested, unseen);
        String why = lost == null ? undecided : lost;
        return why == null ? report : report.undecided(why);
    }

    private @Nullable Head head() {
        try {
            Head head = holdings.head();
            if (!holdings.sealedCase().ledgerCase().id().equals(head.ledger())) {
                findings.ofLedger(Kind.ALTERED_COLUMN, "the head is of ledger " + head.ledger());
            }
            return head;
        } catch (IntegrityFault altered) {
            findings.ofLedger(Kind.BROKEN_LINK, String.valueOf(altered.getMessage()));
            return null;
        }
    }

    /** How many indexes to look at; what the head has beyond the last fact is one finding. Without a head, up to the last fact. */
    private long size(@Nullable Head head) {
        long end = holdings.end();
        if (head != null && end < head.size()) {
            findings.at(Kind.MISSING, end, "the facts from here to " + (head.size() - 1));
        }
        long size = head == null ? end : Math.min(end, head.size());
        return Math.min(size, holdings.count() + MOST_GONE);
    }

    private void facts(@Nullable Head head) throws InterruptedException {
        ExecutorService workers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), task -> {
                    Thread thread = new Thread(task, "ledger-audit");
                    thread.setDaemon(true);
                    return thread;
                });
        try {
            Future<?> integrity = workers.submit(() -> holdings.integrity(findings));
            inOrder(size(head), head, workers);
            result(integrity);
        } finally {
            workers.shutdownNow();
        }
    }

    private void inOrder(long size, @Nullable Head head, ExecutorService workers) throws InterruptedException {
        ChunkCheck chunks = new ChunkCheck(holdings, findings);
        OrderCheck order = new OrderCheck(findings, holdings.milestones());
        RequestCheck requests = new RequestCheck(findings, holdings);
        Erasures erasures = new Erasures();
        CheckpointCheck checkpoints = new CheckpointCheck(findings, holdings, keys, origin());
        NodeCheck nodes = new NodeCheck(findings, holdings);
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
                new AttestationCheck(findings, holdings, keys, checkpoints.newest()).check(attested, unseen);
        undecided = undecided == null ? unwitnessed : undecided;
        nodes.end();
        order.end(size, head);
        requests.end(size);
        erasures.report(findings);
        holdings.leftovers(head == null ? size : head.size(), order.streams(), findings);
    }

    /** Under which checkpoints are signed; empty where the case cannot be read, which is found elsewhere. */
    private String origin() {
        try {
            return holdings.sealedCase().ledgerCase().origin();
        } catch (IntegrityFault altered) {
            return "";
        }
    }

    private static <T> T result(Future<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Unreadable unreadable) {
                throw unreadable;
            }
            throw new IllegalStateException("an audit worker failed", failed.getCause());
        }
    }
}
