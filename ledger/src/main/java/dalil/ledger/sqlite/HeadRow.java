package dalil.ledger.sqlite;

import dalil.ledger.Head;
import dalil.ledger.fault.IntegrityFault;
import dalil.ledger.store.SealedCase;
import dalil.transparency.MalformedException;
import dalil.transparency.tree.CompactRange;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The head's row, and beside it the highest index among the facts (-1 if there are none), read as of one moment.
 */
public record HeadRow(Head head, long highestIndex) {

    public static HeadRow read(Session session) throws SQLException {
        try (ResultSet row = session.bound(
                        "SELECT size, tree, ledger, (SELECT coalesce(max(idx), -1) FROM fact) FROM head")
                .executeQuery()) {
            if (!row.next()) {
                throw IntegrityFault.ofLedger("no head");
            }
            return of(row.getLong(1), Columns.bytes(row, 2), Columns.text(row, 3), row.getLong(4));
        }
    }

    private static HeadRow of(long size, byte[] tree, String ledger, long highestIndex) {
        try {
            return new HeadRow(new Head(size, CompactRange.decode(tree), SealedCase.id(ledger)), highestIndex);
        } catch (MalformedException | IllegalArgumentException malformed) {
            throw IntegrityFault.ofLedger("altered head: " + malformed.getMessage());
        }
    }
}
