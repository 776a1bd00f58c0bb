package dalil.ledger.audit;

import dalil.ledger.Head;
import dalil.ledger.audit.AuditReport.Outcome;
import dalil.ledger.audit.AuditReport.Signed;
import dalil.transparency.tree.TreeHead;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects from all threads of an audit. */
public final class Findings {

    private final List<Finding> kept = new ArrayList<>();
    private long found;

    synchronized void add(Finding finding) {
        found++;
        if (kept.size() < AuditReport.MOST) {
            kept.add(finding);
        }
    }

    public void at(Finding.Kind kind, long index, String what) {
        add(Finding.at(kind, index, what));
    }

    public void ofLedger(Finding.Kind kind, String what) {
        add(Finding.ofLedger(kind, what));
    }

    /**
     * @param head that was found
     * @param tree that the records lead to
     */
    public synchronized AuditReport report(
            @Nullable Head head, @Nullable TreeHead tree, Signed signed, List<String> attested, List<String> unseen) {
        List<Finding> ordered = new ArrayList<>(kept);
        ordered.sort(Comparator.comparingLong(finding -> finding.index().orElse(Long.MAX_VALUE)));
        Outcome outcome = found == 0 ? Outcome.INTACT : Outcome.ALTERED;
        return new AuditReport(outcome, head, ordered, found, null, tree, signed, attested, unseen);
    }
}
