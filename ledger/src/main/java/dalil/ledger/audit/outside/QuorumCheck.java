package dalil.ledger.audit.outside;

import dalil.ledger.audit.AuditKeys;
import dalil.transparency.VerificationException;
import dalil.transparency.checkpoint.SignedCheckpoint;
import dalil.transparency.note.VerifierKey;
import dalil.transparency.policy.Log;
import dalil.transparency.policy.Policy;
import dalil.transparency.policy.Witness;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether the newest checkpoint has the cosignatures that the asker's policy wants. */
public final class QuorumCheck {

    private QuorumCheck() {}

    /**
     * @param newest with its cosignatures
     * @param attested what was found to hold, in words
     * @return what the policy misses; null if it is satisfied
     */
    public static @Nullable String of(SignedCheckpoint newest, AuditKeys keys, Policy policy, List<String> attested) {
        // A policy may leave the log to --vkey; if it names logs, it means those.
        List<VerifierKey> logs = policy.logs().isEmpty()
                ? keys.vkeys()
                : policy.logs().stream().map(Log::key).toList();
        Set<String> cosigned;
        try {
            cosigned = policy.cosigned(newest.verify(
                    logs, policy.witnesses().stream().map(Witness::key).toList()));
        } catch (VerificationException refused) {
            return "the policy does not accept the newest checkpoint: " + refused.getMessage();
        }
        String which = "the newest checkpoint, of " + newest.checkpoint().size() + " facts, is cosigned by "
                + (cosigned.isEmpty() ? "nobody" : String.join(", ", cosigned));
        Set<String> missing =
                policy.witnesses().stream().map(Witness::name).collect(Collectors.toCollection(TreeSet::new));
        missing.removeAll(cosigned);
        String not = missing.isEmpty() ? "" : ", not by " + String.join(", ", missing);
        if (!policy.accepts(cosigned)) {
            return "the policy's quorum " + policy.quorum() + " is not reached: " + which + not;
        }
        attested.add(which + not + "; the policy's quorum " + policy.quorum() + " is reached");
        return null;
    }
}
