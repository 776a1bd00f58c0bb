package dalil.query.unit;

import java.util.function.ToIntFunction;

/**
 * What rows hold of sources instead of their UUIDs, as it is at the fact that is looked at. As a function it gives the number of the word
 * for a source's type.
 */
public interface SourceNumbers extends ToIntFunction<String> {

    /** A source that is not on record. */
    long NONE = -1;

    /** The number of a source: the ledger index of its first fact; {@link #NONE} if it is not on record. */
    long number(String source);

    /** The number of the source in which what it says begins; {@link #NONE} if that is unknown, a circle, or not on record. */
    long origin(String source);
}
