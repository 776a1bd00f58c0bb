package dalil.ledger.sqlite;

import dalil.ledger.fault.IntegrityFault;
import dalil.ledger.fault.LedgerUnavailable;
import dalil.ledger.fault.LedgerUnavailable.Reason;
import dalil.ledger.store.CheckpointStore;
import dalil.transparency.tree.Hash;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checkpoints and nodes in the ledger's own file: a copy of the file has both or neither. */
final class SqliteCheckpoints implements CheckpointStore {

    private final Sessions sessions;
    private final @Nullable SqliteWriter writer;

    SqliteCheckpoints(Sessions sessions, @Nullable SqliteWriter writer) {
        this.sessions = sessions;
        this.writer = writer;
    }

    @Override
    public Optional<Kept> last() {
        return one("SELECT number, size, note FROM checkpoint ORDER BY number DESC LIMIT 1");
    }

    @Override
    public Optional<Kept> numbered(long number) {
        return one("SELECT number, size, note FROM checkpoint WHERE number = ?", number);
    }

    private Optional<Kept> one(String sql, Object... values) {
        return sessions.read(session -> {
            try (ResultSet row = session.bound(sql, values).executeQuery()) {
                return row.next()
                        ? Optional.of(new Kept(row.getLong(1), row.getLong(2), Columns.bytes(row, 3)))
                        : Optional.empty();
            }
        });
    }

    @Override
    public void keep(Kept checkpoint, List<Node> nodes) {
        if (writer == null) {
            throw new LedgerUnavailable(Reason.READ_ONLY, "the ledger is open for reading only");
        }
        writer.keep(checkpoint, nodes);
    }

    @Override
    public List<Hash> nodes(int level, long from, int count) {
        return hashes(
                "SELECT idx, hash FROM node WHERE level = ? AND idx >= ? AND idx < ? ORDER BY idx",
                "node of level " + level,
                from,
                count,
                level,
                from,
                from + count);
    }

    @Override
    public List<Hash> leaves(long from, int count) {
        return hashes(
                "SELECT idx, leaf FROM fact WHERE idx >= ? AND idx < ? ORDER BY idx",
                "",
                from,
                count,
                from,
                from + count);
    }

    private List<Hash> hashes(String sql, String what, long from, int count, Object... values) {
        return sessions.read(session -> {
            List<Hash> hashes = new ArrayList<>(count);
            try (ResultSet rows = session.bound(sql, values).executeQuery()) {
                for (long expected = from; expected < from + count; expected++) {
                    byte[] hash = rows.next() && rows.getLong(1) == expected ? Columns.bytes(rows, 2) : new byte[0];
                    if (hash.length != Hash.LENGTH) {
                        throw what.isEmpty()
                                ? IntegrityFault.at(expected, "no leaf hash")
                                : IntegrityFault.ofLedger("no " + what + " at " + expected);
                    }
                    hashes.add(Hash.of(hash));
                }
            }
            return hashes;
        });
    }
}
