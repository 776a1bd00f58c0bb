package dalil.ledger.outside;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.ledger.MovedClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RetryTest {

    private final MovedClock clock = new MovedClock(Instant.parse("2026-05-04T12:00:00Z"));

    private final Retry retry = new Retry(clock, Duration.ofSeconds(30), Duration.ofMinutes(5));

    private void dueOnlyAfter(Duration wait) {
        clock.move(wait.minusMillis(1));
        assertThat(retry.due()).isFalse();
        clock.move(Duration.ofMillis(1));
        assertThat(retry.due()).isTrue();
    }

    @Test
    void waits_twice_as_long_after_each_failure_up_to_a_bound() {
        assertThat(retry.due()).isTrue();
        for (int seconds : new int[] {30, 60, 120, 240, 300, 300}) {
            retry.failed("gone");
            dueOnlyAfter(Duration.ofSeconds(seconds));
        }
        assertThat(retry.failures()).isEqualTo(6);
        for (int i = 0; i < 100; i++) {
            retry.failed("still gone");
        }
        dueOnlyAfter(Duration.ofMinutes(5));
        assertThat(retry.why()).isEqualTo("still gone");
    }

    @Test
    void a_success_forgets_the_failures() {
        retry.failed("gone");
        retry.succeeded(Duration.ofHours(1));
        assertThat(retry.why()).isNull();
        dueOnlyAfter(Duration.ofHours(1));
        retry.failed("gone");
        dueOnlyAfter(Duration.ofSeconds(30));
    }

    @Test
    void a_clock_set_back_does_not_make_the_wait_longer() {
        retry.succeeded(Duration.ofHours(1));
        clock.move(Duration.ofDays(-365));
        assertThat(retry.due()).isTrue();
    }
}
