package dalil.ledger.sqlite;

import dalil.ledger.LedgerCase;
import dalil.ledger.fault.IntegrityFault;
import dalil.transparency.json.StringRecord;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The case's row. Its seal is an HMAC of the case under the ledger's secret: it shows a damaged row, not a forger who has the file;
 * against one the id and the origin stand in signed checkpoints.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record CaseRow(LedgerCase ledgerCase, byte[] secret) {

    static final int SECRET_LENGTH = 32;

    void insert(Session session) throws SQLException {
        session.bound(
                        "INSERT INTO ledger_case (one, id, name, zone, languages, origin, secret, seal)"
                                + " VALUES (1, ?, ?, ?, ?, ?, ?, ?)",
                        ledgerCase.id().toString(),
                        ledgerCase.name(),
                        ledgerCase.zone().getId(),
                        String.join(",", ledgerCase.languages()),
                        ledgerCase.origin(),
                        secret,
                        seal())
                .executeUpdate();
    }

    public static CaseRow read(Session session) throws SQLException {
        try (ResultSet row = session.bound("SELECT id, name, zone, languages, origin, secret, seal FROM ledger_case")
                .executeQuery()) {
            if (!row.next()) {
                throw IntegrityFault.ofLedger("no case");
            }
            CaseRow read = of(row);
            if (!MessageDigest.isEqual(read.seal(), row.getBytes(7))) {
                throw IntegrityFault.ofLedger("altered case");
            }
            return read;
        }
    }

    private static CaseRow of(ResultSet row) throws SQLException {
        try {
            LedgerCase ledgerCase = new LedgerCase(
                    id(row.getString(1)),
                    row.getString(2),
                    ZoneId.of(row.getString(3)),
                    List.of(row.getString(4).split(",")),
                    row.getString(5));
            return new CaseRow(ledgerCase, row.getBytes(6));
        } catch (IllegalArgumentException | DateTimeException malformed) {
            throw IntegrityFault.ofLedger("altered case: " + malformed.getMessage());
        }
    }

    /** In its one spelling: another would be read as the same id, and nobody would see that it was changed. */
    static UUID id(String text) {
        UUID id = UUID.fromString(text);
        if (!id.toString().equals(text)) {
            throw new IllegalArgumentException("an id in another spelling: " + text);
        }
        return id;
    }

    private byte[] seal() {
        byte[] content = StringRecord.format(Map.of(
                "id", ledgerCase.id().toString(),
                "languages", String.join(",", ledgerCase.languages()),
                "name", ledgerCase.name(),
                "origin", ledgerCase.origin(),
                "zone", ledgerCase.zone().getId()));
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(content);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
