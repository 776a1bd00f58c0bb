package dalil.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadAheadTest {

    private static final int MOST = 10;

    private static List<Long> numbers(long from, int most, long size) {
        return LongStream.range(from, Math.max(from, Math.min(size, from + most)))
                .boxed()
                .toList();
    }

    private static List<Long> all(ReadAhead<Long> reader) {
        List<Long> found = new ArrayList<>();
        for (List<Long> batch = reader.read(0, MOST); !batch.isEmpty(); batch = reader.read(found.size(), MOST)) {
            found.addAll(batch);
        }
        return found;
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 9, 10, 11, 20, 95})
    void everythingComesOnceAndInOrder(long size) {
        assertThat(all(new ReadAhead<>((from, most) -> numbers(from, most, size))))
                .isEqualTo(numbers(0, Integer.MAX_VALUE, size));
    }

    @Test
    void callersAtDifferentPlacesAndOfDifferentSizesGetWhatTheyAskFor() {
        ReadAhead<Long> reader = new ReadAhead<>((from, most) -> numbers(from, most, 1_000));

        for (int i = 0; i < 20; i++) {
            assertThat(reader.read(i * MOST, MOST)).isEqualTo(numbers(i * MOST, MOST, 1_000));
            assertThat(reader.read(500 + i * MOST, MOST)).isEqualTo(numbers(500 + i * MOST, MOST, 1_000));
            assertThat(reader.read(500 + (i + 1) * MOST, 3)).isEqualTo(numbers(500 + (i + 1) * MOST, 3, 1_000));
        }
    }

    @Test
    void moreReadersThanThreadsAllReadEverything() {
        CountDownLatch held = new CountDownLatch(1);
        for (int i = 0; i < 5; i++) {
            new ReadAhead<Long>((from, most) -> {
                        if (from > 0) {
                            await(held);
                        }
                        return numbers(from, most, 100);
                    })
                    .read(0, MOST);
        }

        assertThat(all(new ReadAhead<>((from, most) -> numbers(from, most, 100))))
                .hasSize(100);
        held.countDown();
    }

    @Test
    void theNextBatchIsReadWhileTheCallerHasTheOneBefore() {
        CountDownLatch second = new CountDownLatch(1);
        ReadAhead<Long> reader = new ReadAhead<>((from, most) -> {
            if (from == MOST) {
                second.countDown();
            }
            return numbers(from, most, 100);
        });

        reader.read(0, MOST);

        await(second);
    }

    @Test
    void whatCameWhileTheCallerHadTheLastFullBatchIsFound() {
        AtomicLong size = new AtomicLong(MOST);
        CountDownLatch end = new CountDownLatch(1);
        ReadAhead<Long> reader = new ReadAhead<>((from, most) -> {
            List<Long> found = numbers(from, most, size.get());
            if (found.isEmpty()) {
                end.countDown();
            }
            return found;
        });
        reader.read(0, MOST);
        await(end);

        size.incrementAndGet();

        assertThat(reader.read(MOST, MOST)).containsExactly((long) MOST);
    }

    @Test
    void whatAReadingThrowsComesWhereItsFactsWouldHaveCome() {
        ReadAhead<Long> reader = new ReadAhead<>((from, most) -> {
            if (from == MOST) {
                throw new IllegalStateException("damaged");
            }
            return numbers(from, most, 100);
        });

        assertThat(reader.read(0, MOST)).hasSize(MOST);
        assertThatThrownBy(() -> reader.read(MOST, MOST))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("damaged");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException asked) {
            throw new IllegalStateException(asked);
        }
    }
}
