package dalil.benchmarks;

import dalil.query.facts.FactSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** Facts made when they are read, always the same for the same index. */
abstract class MadeUp implements FactSource {

    abstract SourcedFact fact(long index);

    static <T> T any(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    /** Every so many facts, the first included. */
    final List<SourcedFact> each(long first, long step, long beforeIndex) {
        List<SourcedFact> facts = new ArrayList<>();
        for (long index = first; index < Math.min(beforeIndex, size()); index += step) {
            facts.add(fact(index));
        }
        return facts;
    }

    @Override
    public final List<SourcedFact> read(long fromIndex, int max) {
        return each(fromIndex, 1, fromIndex + max);
    }

    @Override
    public final String leaf(long index) {
        return "leaf " + index;
    }

    @Override
    public final boolean awaitSize(long atLeast, Duration timeout) {
        if (size() < atLeast) {
            LockSupport.parkNanos(timeout.toNanos());
        }
        return size() >= atLeast;
    }

    @Override
    public final OptionalLong indexAt(Instant recorded) {
        return OptionalLong.empty();
    }
}
