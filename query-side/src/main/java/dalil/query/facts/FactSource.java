package dalil.query.facts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Where facts come from: the ledger, or a list in a test. */
public interface FactSource {

    /**
     * A fact in its place.
     *
     * @param index ledger index
     * @param stream null for a fact of no record
     * @param fact with its protected values erased
     * @param meta who recorded it
     */
    record SourcedFact(long index, @Nullable String stream, Object fact, Map<String, String> meta) {}

    /** The ledger's id. */
    String ledger();

    /** How many facts there are; the next index. */
    long size();

    /** The facts from an index on, without gaps, at most {@code max}. */
    List<SourcedFact> read(long fromIndex, int max);

    /** A stream's facts in order, none from index {@code beforeIndex} on. */
    List<SourcedFact> stream(String stream, long beforeIndex);

    /** Hex digest of the leaf at an index. */
    String leaf(long index);

    /** Waits until there are so many facts, or the time is over; says which. */
    boolean awaitSize(long atLeast, Duration timeout);

    /** The highest index recorded not after the instant; empty if there is none. */
    OptionalLong indexAt(Instant recorded);
}
