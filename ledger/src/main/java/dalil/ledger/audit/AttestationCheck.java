package dalil.ledger.audit;

import dalil.ledger.audit.Finding.Kind;
import dalil.ledger.audit.outside.CosignatureCheck;
import dalil.ledger.sqlite.Session;
import dalil.transparency.checkpoint.SignedCheckpoint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What others said of the checkpoints. One that is taken away is missed by nobody; one that is there must hold. */
final class AttestationCheck {

    private final Findings findings;
    private final Session session;
    private final TimestampCheck timestamps;
    private final CosignatureCheck cosignatures;

    /** @param newest the checkpoint with the highest number; null if there is none that can be read */
    AttestationCheck(Findings findings, Session session, AuditKeys keys, @Nullable SignedCheckpoint newest) {
        this.findings = findings;
        this.session = session;
        this.timestamps = new TimestampCheck(findings, keys.anchors());
        this.cosignatures = new CosignatureCheck(findings, keys, newest);
    }

    /**
     * @param attested what was found to hold, in words
     * @param unseen what could not be told
     * @return what the asker's policy misses; null if nothing
     */
    @Nullable String check(List<String> attested, List<String> unseen) throws SQLException {
        try (ResultSet row = session.bound(
                        "SELECT a.kind, a.checkpoint, a.maker, a.bytes, c.size, c.note FROM attestation a"
                                + " LEFT JOIN checkpoint c ON c.number = a.checkpoint ORDER BY a.id")
                .executeQuery()) {
            while (row.next()) {
                next(row);
            }
        }
        timestamps.end(attested, unseen);
        return cosignatures.end(attested, unseen);
    }

    private void next(ResultSet row) throws SQLException {
        String kind = row.getString(1);
        String which = "the " + kind + " of checkpoint " + row.getLong(2) + " by " + row.getString(3);
        byte[] note = row.getBytes(6);
        if (note == null) {
            findings.ofLedger(Kind.ALTERED_COLUMN, which + ": there is no such checkpoint");
        } else if (kind.equals("timestamp")) {
            timestamps.next(which, row.getBytes(4), note, row.getLong(5));
        } else if (kind.equals("cosignature")) {
            cosignatures.next(which, row.getString(3), row.getBytes(4), note, row.getLong(5));
        } else {
            findings.ofLedger(Kind.ALTERED_COLUMN, which + ": there is no such kind");
        }
    }
}
