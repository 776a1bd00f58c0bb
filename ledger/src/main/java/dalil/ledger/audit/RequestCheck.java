package dalil.ledger.audit;

import dalil.ledger.RequestAnswer;
import dalil.ledger.RequestInProgress;
import dalil.ledger.audit.Finding.Kind;
import dalil.transparency.MalformedException;
import dalil.transparency.json.StringRecord;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Request rows against the facts, which name their request in the meta section: each run of facts has its row, and there is no row
 * without its run.
 */
final class RequestCheck {

    private final Findings findings;
    private final Holdings holdings;

    private @Nullable String request;
    private @Nullable String digest;
    private long first;
    private long count;
    private long matched;

    /** Rows right before the run, and right before the next row, that cannot be asked: they may belong to it. */
    private long before;

    private long untold;

    RequestCheck(Findings findings, Holdings holdings) {
        this.findings = findings;
        this.holdings = holdings;
    }

    void next(CheckedRow row) {
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

    private void closeRun() {
        if (request == null) {
            return;
        }
        RequestAnswer kept = holdings.request(request, first).orElse(null);
        if (kept == null) {
            findings.at(Kind.MISSING, first, "the row of request " + request);
            return;
        }
        matched++;
        String found = HexFormat.of().formatHex(kept.digest());
        if (!found.equals(digest) || !spans(kept.firstIndex(), kept.count())) {
            findings.at(
                    Kind.ALTERED_COLUMN,
                    first,
                    "the row of request " + request + " says " + kept.count() + " facts from " + kept.firstIndex()
                            + ", the facts say " + count
                            + (found.equals(digest) ? "" : "; its digest differs too"));
        }
    }

    private boolean spans(long from, long facts) {
        long end = from + facts;
        return from <= first && from >= first - before && end >= first + count && end <= first + count + untold;
    }

    /** After the last row. */
    void end(long size) {
        closeRun();
        request = null;
        if (holdings.requests(size) == matched) {
            return;
        }
        holdings.requests(size, row -> {
            if (!row.id().equals(requestIn(row.meta()))) {
                findings.at(
                        Kind.DUPLICATE,
                        Math.max(0, row.answer().firstIndex()),
                        "a row of request " + row.id() + ", which the fact does not name");
            }
        });
    }

    private static @Nullable String requestIn(byte @Nullable [] meta) {
        try {
            return meta == null ? null : StringRecord.parse(meta).get(RequestInProgress.META_ID);
        } catch (MalformedException alreadyFound) {
            return null;
        }
    }
}
