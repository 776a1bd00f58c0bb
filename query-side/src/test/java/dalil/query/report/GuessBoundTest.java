package dalil.query.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class GuessBoundTest {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5); // a clock may well run over
    private final GuessBound bound = new GuessBound(nanos::get);

    private int answered(int asked) {
        int answered = 0;
        for (int i = 0; i < asked; i++) {
            answered += bound.take() ? 1 : 0;
        }
        return answered;
    }

    @Test
    void answers_twenty_at_once_and_then_one_every_five_seconds() {
        assertThat(answered(100)).isEqualTo(20);
        nanos.addAndGet(Duration.ofSeconds(4).toNanos());
        assertThat(answered(100)).isZero();
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        assertThat(answered(100)).isEqualTo(1);
        nanos.addAndGet(Duration.ofSeconds(bound.secondsPerGuess() * 3).toNanos());
        assertThat(answered(100)).isEqualTo(3);
    }

    @Test
    void a_long_silence_saves_up_no_more_than_at_first() {
        nanos.addAndGet(Duration.ofDays(1).toNanos());
        assertThat(answered(100)).isEqualTo(20);
    }

    @Test
    void what_was_no_guess_costs_nothing() {
        for (int i = 0; i < 100; i++) {
            assertThat(bound.take()).isTrue();
            bound.giveBack();
        }
        assertThat(answered(100)).isEqualTo(20);
    }
}
