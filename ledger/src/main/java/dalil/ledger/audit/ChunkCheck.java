package dalil.ledger.audit;

import dalil.ledger.audit.Finding.Kind;
import java.util.ArrayList;
import java.util.List;

/** Checks ranges of facts. Where some of them cannot be read, it goes on one by one. */
final class ChunkCheck {

    private final Holdings holdings;
    private final Findings findings;
    private final RowCheck rowCheck;

    ChunkCheck(Holdings holdings, Findings findings) {
        this.holdings = holdings;
        this.findings = findings;
        this.rowCheck = new RowCheck(findings);
    }

    /** One entry for each index from {@code from} to before {@code before}. */
    List<CheckedRow> check(long from, long before) {
        List<CheckedRow> rows = new ArrayList<>();
        try {
            read(from, before, rows);
        } catch (Unreadable unreadable) {
            for (long index = from + rows.size(); index < before; index++) {
                readAlone(index, rows);
            }
        }
        return rows;
    }

    private void read(long from, long before, List<CheckedRow> rows) {
        holdings.facts(from, before, row -> {
            if (row.index() < from + rows.size()) {
                findings.at(Kind.DUPLICATE, row.index(), "the fact once more");
                return;
            }
            missing(from + rows.size(), row.index(), rows);
            rows.add(rowCheck.check(row));
        });
        missing(from + rows.size(), before, rows);
    }

    private void missing(long from, long before, List<CheckedRow> rows) {
        for (long index = from; index < before; index++) {
            findings.at(Kind.MISSING, index, "the fact");
            rows.add(CheckedRow.unreadable(index));
        }
    }

    private void readAlone(long index, List<CheckedRow> rows) {
        List<CheckedRow> one = new ArrayList<>();
        try {
            read(index, index + 1, one);
        } catch (Unreadable unreadable) {
            findings.at(Kind.UNREADABLE_ROW, index, String.valueOf(unreadable.getMessage()));
        }
        rows.add(one.isEmpty() ? CheckedRow.unreadable(index) : one.get(0));
    }
}
