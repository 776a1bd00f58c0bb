package dalil.ledger.timestamp;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with one authority.
 *
 * @param authority its host and port
 * @param checkpoint the number of the last checkpoint that it stamped; empty if there is none
 * @param at the time it gave then, as it says
 * @param apart how far that was from this machine's clock when it was asked by this process
 * @param failures since the last success
 * @param why what went wrong last; null after a success
 */
public record TimestampHealth(
        String authority,
        OptionalLong checkpoint,
        @Nullable Instant at,
        @Nullable Duration apart,
        int failures,
        @Nullable String why) {

    public boolean ok() {
        return failures == 0;
    }
}
