package dalil.query.record;

import java.util.List;

/** Which records are read and counted as another. */
@FunctionalInterface
public interface AbsorbedRecords {

    /**
     * A record that is read and counted as another.
     *
     * @param id UUID
     * @param since ledger index since when
     */
    record Absorbed(String id, long since) {}

    /**
     * In the order in which they came to the record that stands for them.
     *
     * @param kind of record, as in the name of its stream: {@code incident}
     * @param unit ledger index of the first fact of the record that stands for them
     * @param position ledger index at which is read
     */
    List<Absorbed> of(String kind, long unit, long position);
}
