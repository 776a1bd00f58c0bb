package dalil.query.wire;

import dalil.query.problem.BadQuestion;
import dalil.query.problem.NotYet;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Where in the ledger a reader wants to stand: {@code asOf}, an index or an instant, and {@code atLeast}, an index that has to
 * be reflected.
 */
public final class Standpoint {

    /** The header of every answer: index of the last fact that it reflects, -1 if none. */
    public static final String HEADER = "Dalil-Position";

    /** How long a reader is made to wait for an index before the answer is {@code not-yet}. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final int LONGEST_INDEX = 15; // digits; within ±2⁵³−1

    private final OptionalLong asOfIndex;
    private final @Nullable Instant asOfInstant;
    private final OptionalLong atLeast;

    private Standpoint(OptionalLong asOfIndex, @Nullable Instant asOfInstant, OptionalLong atLeast) {
        this.asOfIndex = asOfIndex;
        this.asOfInstant = asOfInstant;
        this.atLeast = atLeast;
    }

    /** What has a position: the ledger itself, or what follows it. */
    public interface Reflection {

        /** Number of facts reflected. */
        long size();

        /** Waits until that many facts are reflected, or the time is over; says which. */
        boolean awaitSize(long size, Duration timeout);

        /** The highest index recorded not after the instant; empty if there is none. */
        OptionalLong indexAt(Instant recorded);
    }

    /**
     * From the two parameters; null or empty where not given.
     *
     * @throws BadQuestion if one is no index or instant
     */
    public static Standpoint of(@Nullable String asOf, @Nullable String atLeast) {
        OptionalLong least =
                given(atLeast) ? OptionalLong.of(index("atLeast", String.valueOf(atLeast))) : OptionalLong.empty();
        if (asOf == null || asOf.isEmpty()) {
            return new Standpoint(OptionalLong.empty(), null, least);
        }
        if (asOf.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return new Standpoint(OptionalLong.of(index("asOf", asOf)), null, least);
        }
        try {
            return new Standpoint(OptionalLong.empty(), Instant.parse(asOf), least);
        } catch (DateTimeParseException neither) {
            throw new BadQuestion(
                    "asOf", "bad-as-of", "an index or an instant is expected, such as 41 or 2020-10-05T15:00:00Z");
        }
    }

    private static boolean given(@Nullable String parameter) {
        return parameter != null && !parameter.isEmpty();
    }

    private static long index(String parameter, String digits) {
        if (digits.length() > LONGEST_INDEX || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new BadQuestion(parameter, "bad-index", "a ledger index is expected, a whole number from 0");
        }
        return Long.parseLong(digits);
    }

    /**
     * The index to read at, -1 where nothing was recorded until then. Waits for an index that is asked for and not there yet.
     *
     * @throws NotYet if the wait was in vain
     */
    public long in(Reflection reflection) {
        long wanted = Math.max(asOfIndex.orElse(-1), atLeast.orElse(-1));
        if (wanted >= reflection.size() && !reflection.awaitSize(wanted + 1, PATIENCE)) {
            throw new NotYet(wanted, reflection.size() - 1);
        }
        if (asOfIndex.isPresent()) {
            return asOfIndex.getAsLong();
        }
        long last = reflection.size() - 1;
        return asOfInstant == null
                ? last
                : Math.min(last, reflection.indexAt(asOfInstant).orElse(-1));
    }
}
