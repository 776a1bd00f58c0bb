package dalil.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventIdsTest {

    private static final Instant NOW = Instant.parse("2020-10-05T15:00:00.123Z");

    private final EventIds ids = new EventIds(Clock.fixed(NOW, ZoneOffset.UTC), new SplittableRandom(5));

    @Test
    void they_are_version_7_and_begin_with_the_time() {
        UUID id = ids.next();
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
    }

    @Test
    void their_text_grows_even_when_the_clock_stands_still() {
        String last = ids.next().toString();
        for (int i = 0; i < 10_000; i++) {
            String next = ids.asIdentifierFactory().generateIdentifier();
            assertThat(next).isGreaterThan(last);
            last = next;
        }
    }
}
