package dalil.ledger;

import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.axonframework.common.IdentifierFactory;

/**
 * UUIDv7 (RFC 9562 §5.7), strictly growing within one instance (§6.2, method 1: the 12 bits after the time count within a
 * millisecond, and run into the next one rather than wrap). Growing ids keep the index of event ids at its right edge.
 */
public final class EventIds {

    private static final int COUNTER_BITS = 12;
    // a fresh millisecond starts low, so that some 2,048 ids at least fit before the time has to run ahead
    private static final int COUNTER_START = 1 << (COUNTER_BITS - 1);

    private final Clock clock;
    private final RandomGenerator random;
    private long last;

    public EventIds(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    public synchronized UUID next() {
        long fresh = clock.millis() << COUNTER_BITS | random.nextInt(COUNTER_START);
        last = Math.max(fresh, last + 1);
        long high = (last >>> COUNTER_BITS << 16) | 0x7000 | (last & 0xfff);
        long low = random.nextLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /** The same source as Axon wants it. */
    public IdentifierFactory asIdentifierFactory() {
        return new IdentifierFactory() {
            @Override
            public String generateIdentifier() {
                return next().toString();
            }
        };
    }
}
