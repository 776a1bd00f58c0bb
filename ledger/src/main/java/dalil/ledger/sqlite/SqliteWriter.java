package dalil.ledger.sqlite;

import dalil.ledger.Head;
import dalil.ledger.fault.IntegrityFault;
import dalil.ledger.fault.LedgerUnavailable;
import dalil.ledger.fault.LedgerUnavailable.Reason;
import dalil.ledger.record.Section;
import dalil.ledger.store.AttestationStore.Attestation;
import dalil.ledger.store.Block;
import dalil.ledger.store.CheckpointStore.Kept;
import dalil.ledger.store.CheckpointStore.Node;
import dalil.ledger.store.PreparedAppend;
import dalil.ledger.store.PreparedFact;
import dalil.ledger.store.StoredKeys;
import dalil.transparency.tree.CompactRange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteException;

/** Writes blocks, one transaction each. Used by the sequencer's thread alone. */
final class SqliteWriter implements AutoCloseable {

    /**
     * Bytes written to the log after which they are moved into the file. SQLite's index of the log grows beyond its first piece at
     * 16 MiB, and if the disk is full just then, a commit fails of which nobody knows whether it is stored.
     */
    private static final long LOG_BYTES = 12 << 20;

    /** Whole pages: of tables, of their indexes, and of the way to them. Measured with one fact and its request. */
    private static final int BYTES_PER_TRANSACTION = 40_000;

    private static final int BYTES_PER_FACT = 1_500;

    private final Session session;
    private final StreamIds streams;
    private long inLog;

    SqliteWriter(Session session) throws SQLException {
        this.session = session;
        this.streams = new StreamIds(session);
        // A failed checkpoint must be seen, and SQLite hides it when it checkpoints by itself.
        session.run("PRAGMA wal_autocheckpoint = 0");
    }

    /** Looked up with this connection, which has what it wrote last in its cache. */
    StoredKeys keysFor(List<PreparedAppend> appends) {
        try {
            session.bound("BEGIN").execute();
            StoredKeys keys = new SqliteKeys(session, appends);
            commit();
            return keys;
        } catch (SQLException failed) {
            throw unread(failed);
        }
    }

    private RuntimeException unread(SQLException failed) {
        try {
            session.forget();
            session.run("ROLLBACK");
        } catch (SQLException alreadyDone) {
            failed.addSuppressed(alreadyDone);
        }
        return Sessions.translated(failed);
    }

    void append(Block block) {
        try {
            checkpointIfDue();
            session.bound("BEGIN IMMEDIATE").execute();
        } catch (SQLException failed) {
            throw refused(failed);
        }
        try {
            insert(block);
            inLog += BYTES_PER_TRANSACTION;
            commit();
        } catch (SQLException failed) {
            throw rolledBack(block.firstIndex(), failed);
        }
    }

    /** What is written inside a transaction. */
    private interface Statements {
        void run() throws SQLException;
    }

    /** One checkpoint, as a transaction of its own. A crash before its end: it stands in the key folder alone, the next start puts it here. */
    void keep(Kept checkpoint, List<Node> nodes) {
        alone(() -> {
            session.bound(
                            "INSERT INTO checkpoint (number, size, note) VALUES (?, ?, ?)",
                            checkpoint.number(),
                            checkpoint.size(),
                            checkpoint.note())
                    .executeUpdate();
            for (Node node : nodes) {
                session.bound(
                                "INSERT INTO node (level, idx, hash) VALUES (?, ?, ?)",
                                node.level(),
                                node.index(),
                                node.hash().bytes())
                        .executeUpdate();
            }
        });
    }

    /** One attestation, likewise. A crash before its end: it is asked for again. */
    void keep(Attestation attestation) {
        alone(() -> session.bound(
                        "INSERT INTO attestation (kind, checkpoint, maker, bytes) VALUES (?, ?, ?, ?)"
                                + " ON CONFLICT (kind, checkpoint, maker) DO NOTHING",
                        SqliteAttestations.word(attestation.kind()),
                        attestation.checkpoint(),
                        attestation.by(),
                        attestation.bytes())
                .executeUpdate());
        inLog += attestation.bytes().length;
    }

    private void alone(Statements statements) {
        long size;
        try {
            checkpointIfDue();
            size = size();
            session.bound("BEGIN IMMEDIATE").execute();
        } catch (SQLException failed) {
            throw refused(failed);
        }
        try {
            statements.run();
            commit();
            inLog += BYTES_PER_TRANSACTION;
        } catch (SQLException failed) {
            throw rolledBack(size, failed);
        }
    }

    // A crash before this returns: the log has no commit frame that is whole, so the next start sees nothing of the
    // transaction. A crash after: the commit frame is synced, the next start sees all of it.
    private void commit() throws SQLException {
        session.bound("COMMIT").execute();
    }

    private void insert(Block block) throws SQLException {
        for (Block.Entry entry : block.facts()) {
            insert(entry);
        }
        for (Block.Request request : block.requests()) {
            session.bound(
                            "INSERT INTO request (id, digest, first, count) VALUES (?, ?, ?, ?)",
                            request.id().toString(),
                            request.answer().digest(),
                            request.answer().firstIndex(),
                            request.answer().count())
                    .executeUpdate();
        }
        for (CompactRange milestone : block.milestones()) {
            session.bound("INSERT INTO milestone (size, tree) VALUES (?, ?)", milestone.size(), milestone.encode())
                    .executeUpdate();
        }
        Head head = block.head();
        int moved = session.bound(
                        "UPDATE head SET size = ?, tree = ? WHERE one = 1 AND size = ?",
                        head.size(),
                        head.range().encode(),
                        block.firstIndex())
                .executeUpdate();
        if (moved != 1) {
            throw new SQLException("the head is not at " + block.firstIndex());
        }
    }

    private void insert(Block.Entry entry) throws SQLException {
        PreparedFact fact = entry.fact();
        String stream = fact.stream();
        session.bound(
                        "INSERT INTO fact (idx, event, stream, sequence, highest_at, leaf, record) VALUES (?, ?, ?, ?, ?, ?, ?)",
                        entry.index(),
                        fact.id(),
                        stream == null ? null : streams.idOf(stream),
                        stream == null ? null : fact.sequence(),
                        entry.highestAt(),
                        entry.leaf().bytes(),
                        entry.record())
                .executeUpdate();
        session.bound(
                        "INSERT INTO section (idx, payload_salt, payload, meta_salt, meta) VALUES (?, ?, ?, ?, ?)",
                        entry.index(),
                        fact.payload().salt(),
                        fact.payload().bytes(),
                        fact.meta().salt(),
                        fact.meta().bytes())
                .executeUpdate();
        Section sealed = fact.sealed();
        if (sealed != null) {
            session.bound(
                            "INSERT INTO sealed (idx, salt, bytes) VALUES (?, ?, ?)",
                            entry.index(),
                            sealed.isErased() ? null : sealed.salt(),
                            sealed.isErased() ? null : sealed.bytes())
                    .executeUpdate();
        }
        inLog += BYTES_PER_FACT + fact.bytes();
    }

    // A crash inside: the log still holds everything, the next start moves it again.
    private void checkpointIfDue() throws SQLException {
        if (inLog > LOG_BYTES) {
            session.run("PRAGMA wal_checkpoint(PASSIVE)");
            inLog = 0;
        }
    }

    private RuntimeException rolledBack(long sizeBefore, SQLException failed) {
        try {
            streams.forget();
            session.forget();
            try {
                session.run("ROLLBACK");
            } catch (SQLException alreadyDone) {
                // SQLite rolls back by itself after some errors; the head below tells whether all is as before
                failed.addSuppressed(alreadyDone);
            }
            if (size() != sizeBefore) {
                return failed(IntegrityFault.ofLedger("the head moved though the block was refused"), failed);
            }
        } catch (SQLException worse) {
            failed.addSuppressed(worse);
            return failed(failed, null);
        }
        return refused(failed);
    }

    private long size() throws SQLException {
        try (ResultSet row = session.bound("SELECT size FROM head").executeQuery()) {
            return row.next() ? row.getLong(1) : -1;
        }
    }

    /** Only a full disk and a lock held by others are known to leave everything as it was. */
    private static RuntimeException refused(SQLException failed) {
        int code = failed instanceof SQLiteException sqlite ? sqlite.getResultCode().code & 0xff : 0;
        return switch (code) {
            case SqliteCodes.FULL -> new LedgerUnavailable(Reason.FULL, "no space left for the ledger", failed);
            case SqliteCodes.BUSY -> new LedgerUnavailable(Reason.BUSY, "another program locks the ledger", failed);
            default -> failed(failed, null);
        };
    }

    private static LedgerUnavailable failed(Throwable cause, @Nullable Throwable also) {
        if (also != null) {
            cause.addSuppressed(also);
        }
        return new LedgerUnavailable(Reason.FAILED, "a block could not be written", cause);
    }

    @Override
    public void close() throws SQLException {
        session.close();
    }
}
