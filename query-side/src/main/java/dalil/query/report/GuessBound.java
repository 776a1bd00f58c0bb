package dalil.query.report;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How many wrong codes are answered: some at once, then one every few seconds, whoever asks. A right code costs nothing. With ninety
 * million codes, guessing one of a thousand reports takes days of trying, day and night.
 */
public final class GuessBound {

    private static final int AT_ONCE = 20;
    private static final Duration PER_GUESS = Duration.ofSeconds(5);

    private final LongSupplier nanos;
    private double left = AT_ONCE;
    private long last;

    /** @param nanos a clock that never goes back, such as {@link System#nanoTime} */
    public GuessBound(LongSupplier nanos) {
        this.nanos = nanos;
        this.last = nanos.getAsLong();
    }

    /** Whether one more may be looked up. It is taken before the look-up, so that many at once do not slip through. */
    public synchronized boolean take() {
        long now = nanos.getAsLong();
        left = Math.min(AT_ONCE, left + (double) (now - last) / PER_GUESS.toNanos());
        last = now;
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }

    /** It was no guess. */
    public synchronized void giveBack() {
        left = Math.min(AT_ONCE, left + 1);
    }

    public long secondsPerGuess() {
        return PER_GUESS.toSeconds();
    }
}
