package dalil.query.question;

import dalil.query.problem.BadQuestion;
import dalil.query.unit.DayKeys;
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

    private static final String STANDING =
            "list_filter(range(1, len(i.step) + 1), lambda j: i.step_from[j] <= %1$d AND i.step_until[j] > %1$d)";

    /**
     * What can have come true by the day and was not certainly replaced by then. It is certain if one telling of it is, and nothing
     * else that stands undisputed can be true instead.
     */
    private static final String AT_DAY = "(SELECT CASE WHEN len(s) = 0 THEN [0::INTEGER]"
            + " ELSE list_transform(list_distinct(list_transform(s, lambda j: i.step[j] >> 1)), lambda q: (q << 1)"
            + " + CASE WHEN len(list_filter(s, lambda j: i.step[j] = (q << 1) + 1 AND i.step_to[j] <= %1$d)) > 0"
            + " AND len(list_filter(s, lambda k: i.step_stands[k] AND (i.step[k] >> 1) <> q)) = 0 THEN 1 ELSE 0 END) END"
            + " FROM (SELECT " + STANDING + " AS s))";

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
            return DayKeys.day(LocalDate.parse(text));
        } catch (DateTimeParseException notADay) {
            throw new BadQuestion(AT, "bad-date", "a day written as 2020-10-05");
        }
    }

    /** Where a dimension has its cell, if there is one only, counted this way. */
    String single(Dimension dimension) {
        if (!dimension.name().equals("outcome")) {
            return dimension.column();
        }
        return switch (way) {
            case WORST -> "i.worst_outcome";
            case EVER -> "i.outcome";
            case AT_A_MOMENT -> "CAST(NULL AS INTEGER)";
        };
    }

    /** Where a dimension has its cells, if there are none or several, counted this way. */
    String several(Dimension dimension) {
        if (!dimension.name().equals("outcome")) {
            return dimension.several();
        }
        return way == Way.AT_A_MOMENT ? AT_DAY.formatted(day) : single(dimension) + "_several";
    }

    /** Whether a dimension never has a single cell, counted this way. */
    boolean isListOnly(Dimension dimension) {
        return way == Way.AT_A_MOMENT && dimension.name().equals("outcome");
    }

    /** Whether a unit can certainly be in several cells of a dimension, counted this way. */
    boolean many(Dimension dimension) {
        return dimension.name().equals("outcome") ? way == Way.EVER : dimension.many();
    }
}
