package dalil.query.wire;

import dalil.query.problem.BadQuestion;
import dalil.query.problem.NotYet;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.OptionalLong;
import java.util.regex.Pattern;
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

    private static final Pattern INDEX = Pattern.compile("-1|[0-9]{1,15}"); // -1 is the position of an empty register

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

        /** The time, by which an instant is past or to come. */
        Instant now();
    }

    /**
     * From the two parameters; null or empty where not given.
     *
     * @throws BadQuestion if one is no index or instant
     */
    public static Standpoint of(@Nullable String asOf, @Nullable String atLeast) {
        OptionalLong least = index("atLeast", atLeast);
        if (asOf == null || !asOf.contains("T")) {
            return new Standpoint(index("asOf", asOf), null, least);
        }
        try {
            return new Standpoint(OptionalLong.empty(), Instant.parse(asOf), least);
        } catch (DateTimeParseException notAnInstant) {
            throw new BadQuestion("asOf", "bad-date", "an index, or an instant such as 2020-10-05T15:00:00Z");
        }
    }

    private static OptionalLong index(String parameter, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!INDEX.matcher(text).matches()) {
            throw new BadQuestion(parameter, "bad-number", "a ledger index, a whole number from 0");
        }
        return OptionalLong.of(Long.parseLong(text));
    }

    /**
     * The index to read at, -1 where nothing was recorded until then. Waits for an index that is asked for and not there yet.
     *
     * @throws NotYet if the wait was in vain, or too many wait already
     */
    public long in(Reflection reflection) {
        long wanted = Math.max(asOfIndex.orElse(-1), atLeast.orElse(-1));
        if (wanted >= reflection.size() && !Waiters.await(() -> reflection.awaitSize(wanted + 1, PATIENCE))) {
            throw new NotYet(wanted, reflection.size() - 1);
        }
        if (asOfIndex.isPresent()) {
            return asOfIndex.getAsLong();
        }
        long size = reflection.size();
        if (asOfInstant == null) {
            return size - 1;
        }
        if (asOfInstant.isAfter(reflection.now())) {
            throw new NotYet(size, size - 1); // what will have been recorded by then is not known
        }
        return reflection.indexAt(asOfInstant).orElse(-1);
    }
}
