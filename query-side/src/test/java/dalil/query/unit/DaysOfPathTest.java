package dalil.query.unit;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.query.unit.DaysOfPath.Telling;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DaysOfPathTest {

    private static final int DAYS = 12;

    /** Read as a question reads it. */
    private static List<Integer> on(int day, List<Long> numbers) {
        List<Long> until = numbers.stream()
                .filter(number -> number < DaysOfPath.after(day))
                .toList();
        long last = until.get(until.size() - 1);
        if ((last & DaysOfPath.SEVERAL) == 0) {
            return List.of((int) last);
        }
        int many = (int) (last & DaysOfPath.SEVERAL - 1);
        return until.subList(until.size() - 1 - many, until.size() - 1).stream()
                .map(Long::intValue)
                .toList();
    }

    /** One day after the other, as the rule is written. */
    private static Set<Integer> byHand(int day, List<Telling> path) {
        Set<Integer> cells = new TreeSet<>();
        for (Telling one : path) {
            if (one.from() > day || one.until() <= day) {
                continue;
            }
            boolean certain = false;
            boolean other = false;
            for (Telling each : path) {
                if (each.from() <= day && each.until() > day) {
                    certain |= each.key() == one.key() && each.certain() && each.to() <= day;
                    other |= each.key() != one.key() && each.stands();
                }
            }
            cells.add(one.key() * 2 + (certain && !other ? 1 : 0));
        }
        return cells.isEmpty() ? Set.of(0) : cells;
    }

    @Test
    void every_day_is_as_the_rule_says() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int run = 0; run < 2_000; run++) {
            List<Telling> path = new ArrayList<>();
            for (int i = random.nextInt(6); i > 0; i--) {
                boolean stands = random.nextInt(4) > 0;
                int from = random.nextInt(4) == 0 ? DayKeys.FIRST : 1 + random.nextInt(DAYS - 2);
                int to = random.nextInt(4) == 0 ? DayKeys.LAST : from + random.nextInt(3);
                int until = random.nextInt(3) == 0 ? DayKeys.LAST : random.nextInt(DAYS);
                path.add(new Telling(3 + random.nextInt(3), stands && random.nextBoolean(), stands, from, to, until));
            }
            List<Long> numbers = DaysOfPath.of(path);
            assertThat(numbers).as("seed %d", seed).doesNotHaveDuplicates().isSorted();
            for (int day = DayKeys.FIRST; day < DAYS; day++) {
                assertThat(on(day, numbers))
                        .as("seed %d, day %d of %s", seed, day, path)
                        .containsExactlyElementsOf(byHand(day, path));
            }
        }
    }

    @Test
    void a_path_that_nobody_told_is_nothing_stated_on_any_day() {
        assertThat(DaysOfPath.of(List.of())).containsExactly(0L);
    }
}
