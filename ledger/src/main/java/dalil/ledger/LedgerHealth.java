package dalil.ledger;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a readiness probe wants to know.
 *
 * @param writable appends are taken here
 * @param failure why appending stopped for good until the next start; null while all is well
 * @param forcedStep how far the last recorded time had to be held above the clock
 * @param clockStepFlagged since the start a step of more than 60 s was forced
 */
public record LedgerHealth(boolean writable, @Nullable String failure, Duration forcedStep, boolean clockStepFlagged) {

    public boolean failed() {
        return failure != null;
    }
}
