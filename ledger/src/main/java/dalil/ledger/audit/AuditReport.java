package dalil.ledger.audit;

import dalil.ledger.Head;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an audit says.
 *
 * @param head up to where; null if none was found
 * @param findings the first ones, in order of index, at most {@value #MOST}
 * @param found how many there are in all
 * @param reason why it could not tell; null if it could
 */
public record AuditReport(
        Outcome outcome,
        @Nullable Head head,
        List<Finding> findings,
        long found,
        @Nullable String reason) {

    /** More findings than this are counted, not kept. */
    public static final int MOST = 10_000;

    /** The exit codes of the command line are 0, 1 and 2. */
    public enum Outcome {
        INTACT,
        ALTERED,
        COULD_NOT_TELL
    }

    static AuditReport couldNotTell(String reason) {
        return new AuditReport(Outcome.COULD_NOT_TELL, null, List.of(), 0, reason);
    }
}
