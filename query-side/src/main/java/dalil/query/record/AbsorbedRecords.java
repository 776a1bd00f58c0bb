package dalil.query.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which records are read and counted as another. */
public interface AbsorbedRecords {

    /**
     * A record that is read and counted as another.
     *
     * @param id UUID
     * @param since ledger index since when
     */
    record Absorbed(String id, long since) {}

    /**
     * Ledger index at which a reader stands for whom it must be known, once it is.
     *
     * @param asOf index or instant; null if not given
     * @param atLeast index; null if not given
     */
    long position(@Nullable String asOf, @Nullable String atLeast);

    /**
     * In the order in which they came to the record that stands for them.
     *
     * @param kind of record, as in the name of its stream: {@code incident}
     * @param unit ledger index of the first fact of the record that stands for them
     * @param position ledger index at which is read, one that {@link #position} gave
     */
    List<Absorbed> of(String kind, long unit, long position);
}
