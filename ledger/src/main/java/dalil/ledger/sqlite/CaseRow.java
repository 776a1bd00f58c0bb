package dalil.ledger.sqlite;

import dalil.ledger.fault.IntegrityFault;
import dalil.ledger.store.SealedCase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

/** The case's row. */
public final class CaseRow {

    private CaseRow() {}

    static void insert(Session session, SealedCase sealed) throws SQLException {
        Map<String, String> members = sealed.members();
        session.bound(
                        "INSERT INTO ledger_case (one, id, name, zone, languages, origin, secret, seal)"
                                + " VALUES (1, ?, ?, ?, ?, ?, ?, ?)",
                        members.get("id"),
                        members.get("name"),
                        members.get("zone"),
                        members.get("languages"),
                        members.get("origin"),
                        sealed.secret(),
                        sealed.seal())
                .executeUpdate();
    }

    public static SealedCase read(Session session) throws SQLException {
        try (ResultSet row = session.bound("SELECT id, name, zone, languages, origin, secret, seal FROM ledger_case")
                .executeQuery()) {
            if (!row.next()) {
                throw IntegrityFault.ofLedger("no case");
            }
            Map<String, String> members = Map.of(
                    "id", Columns.text(row, 1),
                    "name", Columns.text(row, 2),
                    "zone", Columns.text(row, 3),
                    "languages", Columns.text(row, 4),
                    "origin", Columns.text(row, 5));
            return SealedCase.opened(members, Columns.bytes(row, 6), Columns.bytes(row, 7));
        }
    }
}
