package dalil.ledger.sqlite;

import dalil.ledger.fault.LedgerUnavailable;
import dalil.ledger.fault.LedgerUnavailable.Reason;
import dalil.ledger.store.AttestationStore;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Attestations in the ledger's own file, by the number of their checkpoint. */
final class SqliteAttestations implements AttestationStore {

    private final Sessions sessions;
    private final @Nullable SqliteWriter writer;

    SqliteAttestations(Sessions sessions, @Nullable SqliteWriter writer) {
        this.sessions = sessions;
        this.writer = writer;
    }

    /** How a kind stands in the file. */
    static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void keep(Attestation attestation) {
        if (writer == null) {
            throw new LedgerUnavailable(Reason.READ_ONLY, "the ledger is open for reading only");
        }
        writer.keep(attestation);
    }

    @Override
    public List<Attestation> of(Kind kind, long checkpoint) {
        return sessions.read(session -> {
            List<Attestation> found = new ArrayList<>();
            try (ResultSet rows = session.bound(
                            "SELECT maker, bytes FROM attestation WHERE kind = ? AND checkpoint = ? ORDER BY id",
                            word(kind),
                            checkpoint)
                    .executeQuery()) {
                while (rows.next()) {
                    found.add(new Attestation(kind, checkpoint, Columns.text(rows, 1), Columns.bytes(rows, 2)));
                }
            }
            return found;
        });
    }

    @Override
    public OptionalLong last(Kind kind, String by) {
        return sessions.number("SELECT max(checkpoint) FROM attestation WHERE kind = ? AND maker = ?", word(kind), by);
    }

    @Override
    public OptionalLong last(Kind kind) {
        return sessions.number("SELECT max(checkpoint) FROM attestation WHERE kind = ?", word(kind));
    }

    @Override
    public OptionalLong first(Kind kind, long from) {
        return sessions.number(
                "SELECT min(checkpoint) FROM attestation WHERE kind = ? AND checkpoint >= ?", word(kind), from);
    }
}
