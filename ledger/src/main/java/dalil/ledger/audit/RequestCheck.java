package dalil.ledger.audit;

import dalil.ledger.RequestInProgress;
import dalil.ledger.audit.Finding.Kind;
import dalil.ledger.sqlite.Session;
import dalil.transparency.MalformedException;
import dalil.transparency.json.StringRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Request rows against the facts, which name their request in the meta section: each run of facts has its row, and there is no row
 * without its run.
 */
final class RequestCheck {

    private final Findings findings;
    private final Session session;

    private @Nullable String request;
    private @Nullable String digest;
    private long first;
    private long count;
    private long matched;

    /** Rows right before the run, and right before the next row, that cannot be asked: they may belong to it. */
    private long before;

    private long untold;

    RequestCheck(Findings findings, Session session) {
        this.findings = findings;
        this.session = session;
    }

    void next(CheckedRow row) throws SQLException {
        if (!row.told()) {
            untold++;
            return;
        }
        if (request != null && request.equals(row.request())) {
            count += untold + 1;
        } else {
            closeRun();
            request = row.request();
            digest = row.digest();
            first = row.index();
            count = 1;
            before = untold;
        }
        untold = 0;
    }

    private void closeRun() throws SQLException {
        if (request == null) {
            return;
        }
        try (ResultSet row = session.bound("SELECT digest, first, count FROM request WHERE id = ?", request)
                .executeQuery()) {
            if (!row.next()) {
                findings.at(Kind.MISSING, first, "the row of request " + request);
                return;
            }
            matched++;
            String found = HexFormat.of().formatHex(row.getBytes(1));
            if (!found.equals(digest) || !spans(row.getLong(2), row.getLong(3))) {
                findings.at(
                        Kind.ALTERED_COLUMN,
                        first,
                        "the row of request " + request + " says " + row.getLong(3) + " facts from " + row.getLong(2)
                                + ", the facts say " + count
                                + (found.equals(digest) ? "" : "; its digest differs too"));
            }
        }
    }

    private boolean spans(long from, long facts) {
        long end = from + facts;
        return from <= first && from >= first - before && end >= first + count && end <= first + count + untold;
    }

    /** After the last row. */
    void end(long size) throws SQLException {
        closeRun();
        request = null;
        try (ResultSet row = session.bound("SELECT count(*) FROM request WHERE first < ?", size)
                .executeQuery()) {
            if (row.next() && row.getLong(1) == matched) {
                return;
            }
        }
        try (ResultSet row = session.bound(
                        "SELECT r.id, r.first, s.meta FROM request r"
                                + " LEFT JOIN section s ON s.idx = r.first WHERE r.first < ?",
                        size)
                .executeQuery()) {
            while (row.next()) {
                if (!Objects.equals(row.getString(1), requestIn(row.getBytes(3)))) {
                    findings.at(
                            Kind.DUPLICATE,
                            Math.max(0, row.getLong(2)),
                            "a row of request " + row.getString(1) + ", which the fact does not name");
                }
            }
        }
    }

    private static @Nullable String requestIn(byte @Nullable [] meta) {
        try {
            return meta == null ? null : StringRecord.parse(meta).get(RequestInProgress.META_ID);
        } catch (MalformedException alreadyFound) {
            return null;
        }
    }
}
