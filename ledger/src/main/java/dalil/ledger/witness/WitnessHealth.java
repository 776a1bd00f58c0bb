package dalil.ledger.witness;

import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with one witness.
 *
 * @param witness its name in the policy
 * @param answered whether it cosigned since this process started, and so confirmed that nothing newer was ever shown to it
 * @param checkpoint the number of the last checkpoint that it cosigned; empty if there is none
 * @param at the time it gave then, as it says; null if it did not in this process
 * @param failures since the last success
 * @param why what went wrong last; null after a success
 */
public record WitnessHealth(
        String witness,
        boolean answered,
        OptionalLong checkpoint,
        @Nullable Instant at,
        int failures,
        @Nullable String why) {

    public boolean ok() {
        return failures == 0;
    }
}
