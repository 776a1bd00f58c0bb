package dalil.ledger.sqlite;

import dalil.ledger.Head;
import dalil.ledger.LedgerCase;
import dalil.ledger.RequestAnswer;
import dalil.ledger.StoredFact;
import dalil.ledger.fault.IntegrityFault;
import dalil.ledger.fault.LedgerUnavailable;
import dalil.ledger.fault.LedgerUnavailable.Reason;
import dalil.ledger.store.AttestationStore;
import dalil.ledger.store.Block;
import dalil.ledger.store.CheckpointStore;
import dalil.ledger.store.LedgerStore;
import dalil.ledger.store.PreparedAppend;
import dalil.ledger.store.SealedCase;
import dalil.ledger.store.StoredKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The store over one SQLite file. */
final class SqliteStore implements LedgerStore {

    private final Sessions sessions;
    private final CheckpointStore checkpoints;
    private final AttestationStore attestations;
    private final SealedCase sealedCase;
    private final @Nullable SqliteWriter writer;
    private final @Nullable FolderLock lock;

    SqliteStore(Path file, @Nullable SqliteWriter writer, @Nullable FolderLock lock) {
        this.sessions = new Sessions(file);
        this.writer = writer;
        this.lock = lock;
        this.checkpoints = new SqliteCheckpoints(sessions, writer);
        this.attestations = new SqliteAttestations(sessions, writer);
        this.sealedCase = sessions.read(CaseRow::read);
    }

    @Override
    public LedgerCase ledgerCase() {
        return sealedCase.ledgerCase();
    }

    @Override
    public byte[] requestSecret() {
        return sealedCase.secret().clone();
    }

    @Override
    public Head head() {
        return sessions.read(HeadRow::read).head();
    }

    /** The head together with what the fact table says of its end, as of one moment. */
    HeadRow headRow() {
        return sessions.read(HeadRow::read);
    }

    @Override
    public void append(Block block) {
        if (writer == null) {
            throw new LedgerUnavailable(Reason.READ_ONLY, "the ledger is open for reading only");
        }
        writer.append(block);
    }

    @Override
    public List<StoredFact> read(long from, long before, int max) {
        long end = Math.min(before, from + max);
        if (from < 0 || end <= from) {
            return List.of();
        }
        return sessions.read(session -> {
            try (ResultSet rows = session.bound(FactRows.BY_INDEX, from, end).executeQuery()) {
                return FactRows.contiguous(rows, from, end);
            }
        });
    }

    @Override
    public List<StoredFact> stream(String stream, long fromSequence, long before, int max) {
        return sessions.read(session -> {
            try (ResultSet rows = session.bound(FactRows.BY_STREAM, stream, fromSequence, before, max)
                    .executeQuery()) {
                return FactRows.ofStream(rows, stream, fromSequence);
            }
        });
    }

    @Override
    public StoredKeys keysFor(List<PreparedAppend> appends) {
        return writer == null ? this : writer.keysFor(appends);
    }

    @Override
    public OptionalLong lastSequence(String stream) {
        return sessions.read(session -> SqliteKeys.lastSequence(session, stream));
    }

    @Override
    public boolean hasEvent(String id) {
        return sessions.read(session -> SqliteKeys.hasEvent(session, id));
    }

    @Override
    public long highestAt(long index) {
        return sessions.number("SELECT highest_at FROM fact WHERE idx = ?", index)
                .orElseThrow(() -> IntegrityFault.at(index, "missing"));
    }

    @Override
    public Optional<RequestAnswer> request(UUID id) {
        return sessions.read(session -> SqliteKeys.request(session, id));
    }

    @Override
    public CheckpointStore checkpoints() {
        return checkpoints;
    }

    @Override
    public AttestationStore attestations() {
        return attestations;
    }

    /** Which form the file has; {@link Schema#VERSION} is the one that is read here. */
    long version() {
        return sessions.number("PRAGMA user_version").orElse(0);
    }

    /** The tree as of a size that is a multiple of {@link Block#MILESTONE}. */
    Optional<byte[]> milestone(long size) {
        return sessions.read(session -> {
            try (ResultSet row = session.bound("SELECT tree FROM milestone WHERE size = ?", size)
                    .executeQuery()) {
                return row.next() ? Optional.of(Columns.bytes(row, 1)) : Optional.empty();
            }
        });
    }

    @Override
    public void close() {
        sessions.close();
        try {
            if (writer != null) {
                writer.close();
            }
            if (lock != null) {
                lock.close();
            }
        } catch (SQLException | IOException unclean) {
            throw new LedgerUnavailable(Reason.FAILED, "the ledger did not close cleanly", unclean);
        }
    }
}
