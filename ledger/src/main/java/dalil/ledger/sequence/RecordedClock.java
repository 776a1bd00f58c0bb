package dalil.ledger.sequence;

import dalil.ledger.fault.LedgerUnavailable;
import dalil.ledger.fault.LedgerUnavailable.Reason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The time that facts are recorded at: the clock's, but never less than before. */
final class RecordedClock {

    /** A forced step beyond this is shown in health. */
    static final Duration FLAGGED = Duration.ofSeconds(60);

    /** Beyond this, recorded times would mean nothing: appends are refused until the clock has caught up. */
    static final Duration REFUSED = Duration.ofMinutes(10);

    private final Clock clock;
    private volatile Duration forced = Duration.ZERO;
    private volatile boolean flagged;

    RecordedClock(Clock clock) {
        this.clock = clock;
    }

    /** Milliseconds since 1970, at least {@code last}. */
    long after(long last) {
        long now = clock.millis();
        forced = Duration.ofMillis(Math.max(0, last - now));
        if (forced.compareTo(FLAGGED) > 0) {
            flagged = true;
        }
        if (forced.compareTo(REFUSED) > 0) {
            throw new LedgerUnavailable(
                    Reason.CLOCK_BEHIND,
                    "the clock says " + Instant.ofEpochMilli(now) + ", and " + Instant.ofEpochMilli(last)
                            + " was recorded or signed already: set the clock if it is behind; if it was ahead then,"
                            + " see docs/ledger.md");
        }
        return Math.max(now, last);
    }

    Duration forced() {
        return forced;
    }

    boolean flagged() {
        return flagged;
    }
}
