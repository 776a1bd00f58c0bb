package dalil.ledger.audit;

import dalil.ledger.Head;
import dalil.transparency.tree.TreeHead;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an audit says.
 *
 * @param head up to where; null if none was found
 * @param findings the first ones, in order of index, at most {@value #MOST}
 * @param found how many there are in all
 * @param reason why it could not tell; null if it could
 * @param tree the size and root that the records lead to; null if they lead to none
 * @param signed the checkpoints that were looked at
 * @param attested what others vouch for, in words
 * @param unseen what was not looked at, in words
 */
public record AuditReport(
        Outcome outcome,
        @Nullable Head head,
        List<Finding> findings,
        long found,
        @Nullable String reason,
        @Nullable TreeHead tree,
        Signed signed,
        List<String> attested,
        List<String> unseen) {

    public AuditReport {
        findings = List.copyOf(findings);
        attested = List.copyOf(attested);
        unseen = List.copyOf(unseen);
    }

    /**
     * How many checkpoints there are and whether the asker's own keys vouch for each. Without a key that was given by the asker,
     * anybody may have signed them.
     */
    public record Signed(long checkpoints, boolean authentic) {

        static final Signed NONE = new Signed(0, true);
    }

    /** More findings than this are counted, not kept. */
    public static final int MOST = 10_000;

    /** The exit codes of the command line are 0, 1 and 2. */
    public enum Outcome {
        INTACT,
        ALTERED,
        COULD_NOT_TELL
    }

    /** The same where something could not be decided after all; what was found to be altered stays so. */
    public AuditReport undecided(String why) {
        if (outcome != Outcome.INTACT) {
            return this;
        }
        return new AuditReport(Outcome.COULD_NOT_TELL, head, findings, found, why, tree, signed, attested, unseen);
    }

    /** The same with forks that show without the ledger: two notes are enough. */
    public AuditReport forked(List<String> forks) {
        if (forks.isEmpty()) {
            return this;
        }
        List<Finding> all = new ArrayList<>();
        forks.forEach(fork -> all.add(Finding.ofLedger(Finding.Kind.FORK, fork)));
        all.addAll(findings);
        return new AuditReport(
                Outcome.ALTERED, head, all, found + forks.size(), reason, tree, signed, attested, unseen);
    }

    public static AuditReport couldNotTell(String reason) {
        return new AuditReport(
                Outcome.COULD_NOT_TELL, null, List.of(), 0, reason, null, Signed.NONE, List.of(), List.of());
    }
}
