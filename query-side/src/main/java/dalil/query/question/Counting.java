package dalil.query.question;

import dalil.query.problem.BadQuestion;
import dalil.query.unit.DayKeys;
import dalil.query.unit.DaysOfPath;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;

/**
 * Which of a person's outcomes counts: {@code count} and {@code at}. A published total is set beside the way that it can be compared
 * with.
 *
 * @param way how
 * @param day the last day that is looked at; of no interest to the other ways
 */
record Counting(Way way, int day) {

    static final String COUNT = "count";
    static final String AT = "at";

    /** The three ways of counting people over time. */
    enum Way {
        /** Each person once, by the worst that became of them. */
        WORST("persons-by-worst-outcome"),
        /** Each person under everything that ever became of them: comparable with cumulative totals. */
        EVER("persons-ever"),
        /** Each person by how it stood with them on a day: comparable with totals of a moment. */
        AT_A_MOMENT("persons-at");

        private final String word;

        Way(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    private static final Counting USUAL = new Counting(Way.WORST, DayKeys.LAST);

    /** What stood by the day; the number that holds is the last. */
    private static final String BY_DAY = "list_filter(i.outcome_by_day, lambda n: n < %1$d)";

    private static final String LAST = BY_DAY + "[-1]";
    private static final String AT_DAY =
            "CASE WHEN (" + LAST + " & %2$d) = 0 THEN CAST(" + LAST + " & %3$d AS INTEGER) END";
    private static final String SEVERAL_AT_DAY = "CASE WHEN (" + LAST + " & %2$d) <> 0 THEN list_transform(list_slice("
            + BY_DAY + ", -1 - (" + LAST + " & %3$d), -2), lambda n: CAST(n & %3$d AS INTEGER)) END";

    static Counting of(Unit unit, Map<String, List<String>> parameters) {
        List<String> count = parameters.getOrDefault(COUNT, List.of());
        List<String> at = parameters.getOrDefault(AT, List.of());
        if (unit != Unit.CASUALTIES) {
            if (!count.isEmpty() || !at.isEmpty()) {
                throw new BadQuestion(
                        count.isEmpty() ? AT : COUNT, "unknown-parameter", "only people are counted in several ways");
            }
            return USUAL;
        }
        Way way = count.isEmpty() ? Way.WORST : way(Question.one(COUNT, count));
        if (way != Way.AT_A_MOMENT && !at.isEmpty()) {
            throw new BadQuestion(AT, "unknown-parameter", "a moment goes with count=persons-at");
        }
        if (way == Way.AT_A_MOMENT && at.isEmpty()) {
            throw new BadQuestion(AT, "missing-parameter", "count=persons-at asks for a day, such as at=2020-10-07");
        }
        return new Counting(way, at.isEmpty() ? DayKeys.LAST : day(Question.one(AT, at)));
    }

    private static Way way(String word) {
        for (Way way : Way.values()) {
            if (way.word.equals(word)) {
                return way;
            }
        }
        throw new BadQuestion(
                COUNT,
                "unknown-word",
                "one of persons-by-worst-outcome, persons-ever, persons-at (with at=2020-10-07)");
    }

    private static int day(String text) {
        try {
            int day = DayKeys.day(LocalDate.parse(text));
            if (day >= DayKeys.FIRST && day < DayKeys.LAST) {
                return day;
            }
        } catch (DateTimeParseException | ArithmeticException notADay) {
            // told below
        }
        throw new BadQuestion(AT, "bad-date", "a day written as 2020-10-05");
    }

    /** Where a dimension has its cell, if there is one only, counted this way. */
    String single(Dimension dimension) {
        if (!dimension.name().equals("outcome")) {
            return dimension.column();
        }
        return switch (way) {
            case WORST -> "i.worst_outcome";
            case EVER -> "i.outcome";
            case AT_A_MOMENT -> atDay(AT_DAY);
        };
    }

    /** Where a dimension has its cells, if there are none or several, counted this way. */
    String several(Dimension dimension) {
        if (!dimension.name().equals("outcome")) {
            return dimension.several();
        }
        return way == Way.AT_A_MOMENT ? atDay(SEVERAL_AT_DAY) : single(dimension) + "_several";
    }

    private String atDay(String cells) {
        return cells.formatted(DaysOfPath.after(day), DaysOfPath.SEVERAL, DaysOfPath.SEVERAL - 1);
    }

    /** Whether a unit can certainly be in several cells of a dimension, counted this way. */
    boolean many(Dimension dimension) {
        return dimension.name().equals("outcome") ? way == Way.EVER : dimension.many();
    }
}
