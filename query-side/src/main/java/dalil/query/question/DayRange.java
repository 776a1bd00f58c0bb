package dalil.query.question;

import dalil.query.problem.BadQuestion;
import dalil.query.unit.DayKeys;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The days that are asked about, as day keys.
 *
 * @param from null where open
 * @param to null where open
 */
record DayRange(@Nullable Integer from, @Nullable Integer to) {

    static DayRange of(List<Given> givens) {
        Integer from = null;
        Integer to = null;
        for (Given given : givens) {
            if (given.name().equals("from")) {
                from = Math.max(from == null ? DayKeys.FIRST : from, day(given));
            } else if (given.name().equals("to")) {
                to = Math.min(to == null ? DayKeys.LAST : to, day(given));
            }
        }
        if (from != null && to != null && from > to) {
            throw new BadQuestion("to", "bad-date", "not before the day that is given as from");
        }
        return new DayRange(from, to);
    }

    private static int day(Given given) {
        try {
            return DayKeys.day(LocalDate.parse(given.value()));
        } catch (DateTimeParseException notADay) {
            throw new BadQuestion(given.name(), "bad-date", "a day written as 2020-10-05");
        }
    }

    boolean given() {
        return from != null || to != null;
    }

    int first() {
        return from == null ? DayKeys.FIRST : from;
    }

    int last() {
        return to == null ? DayKeys.LAST : to;
    }
}
