package dalil.query.unit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * How it stood with a person on any day, as numbers that a question finds its day among: from each day on which it came to stand
 * otherwise, the cell it stood in from then on, and where there are several, each of them and then how many. Numbers grow with the day.
 */
public final class DaysOfPath {

    /** Twice as much is another day. */
    private static final int DAY = 32;

    /** Set in the number that says how many cells stand before it. */
    public static final long SEVERAL = 1L << 31;

    private static final List<Integer> NOTHING_TOLD = List.of(Cells.reported(Words.NOT_STATED_KEY));

    private DaysOfPath() {}

    /**
     * One telling of an outcome.
     *
     * @param key number of its word
     * @param certain whether it stands and the review saw it
     * @param stands whether it tells an outcome, and nobody disputes it
     * @param from first day on which it can have come true
     * @param to day on which it certainly had
     * @param until day on which something told without dispute has certainly replaced it
     */
    record Telling(int key, boolean certain, boolean stands, int from, int to, int until) {

        boolean canHold(int day) {
            return from <= day && until > day;
        }
    }

    /** Less than the numbers of the days after a day, more than any of its own and of those before. */
    public static long after(int day) {
        return (day + 1L) << DAY;
    }

    static List<Long> of(Collection<Telling> path) {
        TreeSet<Integer> days = new TreeSet<>(List.of(DayKeys.FIRST));
        path.forEach(telling -> days.addAll(List.of(telling.from(), telling.to(), telling.until())));
        List<Long> numbers = new ArrayList<>();
        List<Integer> before = List.of();
        for (int day : days) {
            List<Integer> cells = on(day, path);
            if (!cells.equals(before)) {
                cells.forEach(cell -> numbers.add((long) day << DAY | cell));
                if (cells.size() > 1) {
                    numbers.add((long) day << DAY | SEVERAL | cells.size());
                }
                before = cells;
            }
        }
        return numbers;
    }

    /**
     * What can have come true by a day and was not certainly replaced by then. It is certain if one telling of it is, and nothing else
     * that stands undisputed can be true instead.
     */
    private static List<Integer> on(int day, Collection<Telling> path) {
        List<Telling> standing =
                path.stream().filter(telling -> telling.canHold(day)).toList();
        Cells cells = new Cells();
        for (Telling telling : standing) {
            boolean alone = standing.stream().allMatch(other -> other.key() == telling.key() || !other.stands());
            cells.add(telling.key(), telling.certain() && telling.to() <= day && alone);
        }
        List<Integer> numbers = cells.numbers();
        return numbers.isEmpty() ? NOTHING_TOLD : numbers.stream().sorted().toList();
    }
}
