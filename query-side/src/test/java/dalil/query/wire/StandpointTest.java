package dalil.query.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dalil.query.problem.BadQuestion;
import dalil.query.problem.NotYet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StandpointTest {

    /** Ten facts, recorded at the seconds 0 to 9; more come only while somebody waits. */
    private static final class Followed implements Standpoint.Reflection {

        private final long reachable;
        private long size = 10;

        Followed(long reachable) {
            this.reachable = reachable;
        }

        @Override
        public long size() {
            return size;
        }

        @Override
        public boolean awaitSize(long wanted, Duration timeout) {
            size = Math.max(size, Math.min(wanted, reachable));
            return size >= wanted;
        }

        @Override
        public Instant now() {
            return Instant.ofEpochSecond(60);
        }

        @Override
        public OptionalLong indexAt(Instant recorded) {
            long second = recorded.getEpochSecond();
            return second < 0 ? OptionalLong.empty() : OptionalLong.of(Math.min(second, size - 1));
        }
    }

    @Test
    void without_a_wish_it_is_the_last_fact() {
        assertThat(Standpoint.of(null, "").in(new Followed(10))).isEqualTo(9);
    }

    @Test
    void as_of_is_an_index_or_an_instant() {
        assertThat(Standpoint.of("4", null).in(new Followed(10))).isEqualTo(4);
        assertThat(Standpoint.of("1970-01-01T00:00:07.5Z", null).in(new Followed(10)))
                .isEqualTo(7);
        assertThat(Standpoint.of("1969-12-31T23:59:59Z", null).in(new Followed(10)))
                .isEqualTo(-1);
        assertThat(Standpoint.of("1970-01-01T00:01:00Z", null).in(new Followed(10)))
                .isEqualTo(9);
    }

    @Test
    void an_empty_register_has_a_position_too() {
        assertThat(Standpoint.of("-1", null).in(new Followed(10))).isEqualTo(-1);
    }

    @Test
    void waits_for_an_index_that_is_on_its_way() {
        assertThat(Standpoint.of(null, "11").in(new Followed(12))).isEqualTo(11);
        assertThat(Standpoint.of("4", "11").in(new Followed(12))).isEqualTo(4);
    }

    /** The eight others end the moment nothing holds them: it is nobody's patience that ends here. */
    @Test
    void says_not_yet_at_once_where_as_many_wait_as_may() throws Exception {
        CountDownLatch waiting = new CountDownLatch(Waiters.MOST);
        CountDownLatch come = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(Waiters.MOST);
        try {
            List<Future<Boolean>> others = new ArrayList<>();
            for (int i = 0; i < Waiters.MOST; i++) {
                others.add(threads.submit(() -> Waiters.await(() -> {
                    waiting.countDown();
                    return until(come);
                })));
            }
            assertThat(until(waiting)).isTrue();
            assertThatThrownBy(() -> Standpoint.of(null, "11").in(new Followed(12)))
                    .isInstanceOf(NotYet.class);
            assertThat(Standpoint.of(null, "9").in(new Followed(12)))
                    .as("what is there needs no waiting")
                    .isEqualTo(9);
            come.countDown();
            for (Future<Boolean> other : others) {
                assertThat(other.get()).isTrue();
            }
            assertThat(Standpoint.of(null, "11").in(new Followed(12))).isEqualTo(11);
        } finally {
            come.countDown();
            threads.shutdownNow();
        }
    }

    private static boolean until(CountDownLatch latch) {
        try {
            return latch.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    @Test
    void says_not_yet_when_the_wait_was_in_vain() {
        assertThatThrownBy(() -> Standpoint.of(null, "12").in(new Followed(12)))
                .isInstanceOfSatisfying(NotYet.class, notYet -> {
                    assertThat(notYet.wanted()).isEqualTo(12);
                    assertThat(notYet.position()).isEqualTo(11);
                });
        assertThatThrownBy(() -> Standpoint.of("12", null).in(new Followed(12))).isInstanceOf(NotYet.class);
    }

    @Test
    void an_instant_to_come_is_not_yet() {
        assertThatThrownBy(() -> Standpoint.of("1970-01-01T00:01:01Z", null).in(new Followed(10)))
                .isInstanceOf(NotYet.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-2", "1.5", "x", "2020-10-05", "1234567890123456", "٤", "2020-10-05T15:00:00"})
    void refuses_what_is_no_index_or_instant(String asOf) {
        assertThatThrownBy(() -> Standpoint.of(asOf, null)).isInstanceOf(BadQuestion.class);
        assertThatThrownBy(() -> Standpoint.of(null, asOf)).isInstanceOf(BadQuestion.class);
    }
}
