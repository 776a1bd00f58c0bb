package dalil.ledger.outside;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When somebody who may fail is asked again: after a success as agreed, after a failure soon and then twice as late each time. */
public final class Retry {

    private static final int MOST_DOUBLINGS = 20;

    private final Clock clock;
    private final Duration soon;
    private final Duration latest;
    private int failures;
    private Instant since;
    private Instant next;
    private @Nullable String why;

    /**
     * @param soon the wait after a first failure
     * @param latest the longest wait after failures
     */
    public Retry(Clock clock, Duration soon, Duration latest) {
        this.clock = clock;
        this.soon = soon;
        this.latest = latest;
        this.since = clock.instant();
        this.next = since;
    }

    public synchronized boolean due() {
        Instant now = clock.instant();
        // A clock that was set back must not make the wait longer.
        return !now.isBefore(next) || now.isBefore(since);
    }

    /** Asks again after this long at the earliest. */
    public synchronized void succeeded(Duration pause) {
        failures = 0;
        why = null;
        wait(pause);
    }

    public synchronized void failed(String reason) {
        why = reason;
        Duration doubled = soon.multipliedBy(1L << Math.min(failures++, MOST_DOUBLINGS));
        wait(doubled.compareTo(latest) > 0 ? latest : doubled);
    }

    private void wait(Duration pause) {
        since = clock.instant();
        next = since.plus(pause);
    }

    /** Failures since the last success. */
    public synchronized int failures() {
        return failures;
    }

    /** What went wrong last; null after a success. */
    public synchronized @Nullable String why() {
        return why;
    }
}
