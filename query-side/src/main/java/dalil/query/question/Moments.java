package dalil.query.question;

import dalil.query.facts.FactSource;
import dalil.query.facts.FactsTable;
import dalil.query.problem.BadQuestion;
import dalil.query.problem.NotYet;
import dalil.query.wire.Waiters;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** At which ledger index a question is answered: {@code asOf} and {@code atLeast}. */
public final class Moments {

    /** The parameters read here. */
    public static final Set<String> PARAMETERS = Set.of("asOf", "atLeast");

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration BRIEFLY = Duration.ofSeconds(1);
    private static final long FAR_BEHIND = 1_000;

    private final FactsTable table;
    private final FactSource source;
    private final Clock clock;

    public Moments(FactsTable table, FactSource source, Clock clock) {
        this.table = table;
        this.source = source;
        this.clock = clock;
    }

    /**
     * The index at which to answer, once the table has it.
     *
     * @throws NotYet if the table does not get there within five seconds, or too many wait already
     */
    public long of(Map<String, List<String>> parameters) {
        return of(one("asOf", parameters), one("atLeast", parameters));
    }

    private static @Nullable String one(String name, Map<String, List<String>> parameters) {
        List<String> values = parameters.getOrDefault(name, List.of());
        return values.isEmpty() ? null : Question.one(name, values);
    }

    /**
     * The same, from each as it was given; null where it was not.
     *
     * @throws NotYet if the table does not get there in time, or too many wait already
     */
    public long of(@Nullable String asOf, @Nullable String atLeast) {
        if (atLeast != null) {
            await(index("atLeast", atLeast));
        }
        return asOf == null ? now() : await(asked(asOf));
    }

    /**
     * The table as it is, once it reflects what is recorded, so that people see what they just wrote. A table that is far
     * behind, because it is being rebuilt, gives no answer rather than a small number that looks like the whole.
     */
    private long now() {
        long last = source.size() - 1;
        if (!reached(last, BRIEFLY) && last - table.position() > FAR_BEHIND) {
            return await(last);
        }
        return table.position();
    }

    private long asked(String asOf) {
        if (asOf.contains("T")) {
            Instant instant = instant(asOf);
            if (instant.isAfter(clock.instant())) {
                throw new NotYet(source.size(), table.position());
            }
            return source.indexAt(instant).orElse(FactsTable.NOTHING);
        }
        return index("asOf", asOf);
    }

    /** Waits until the table reflects an index. */
    public long await(long index) {
        if (!reached(index, PATIENCE)) {
            throw new NotYet(index, table.position());
        }
        return index;
    }

    private boolean reached(long index, Duration patience) {
        return table.position() >= index || Waiters.await(() -> table.awaitPosition(index, patience));
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException notAnInstant) {
            throw new BadQuestion("asOf", "bad-date", "an index, or an instant such as 2020-10-05T15:00:00Z");
        }
    }

    private static long index(String name, String text) {
        try {
            long index = Long.parseLong(text);
            if (index >= FactsTable.NOTHING) {
                return index;
            }
        } catch (NumberFormatException notANumber) {
            // told below
        }
        throw new BadQuestion(
                name,
                "bad-number",
                name.equals("asOf") ? "a ledger index, or an instant such as 2020-10-05T15:00:00Z" : "a ledger index");
    }
}
