package dalil.query.tally;

import dalil.query.question.Breakdown;
import dalil.query.question.Breakdown.Days;
import dalil.query.question.Breakdown.Numbers;
import dalil.query.question.Breakdown.Undecided;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How many, as known to this register.
 *
 * @param rule by which it was counted
 * @param index ledger index of the last fact that it reflects
 * @param filters as they were given
 * @param unit what was counted
 * @param count how people are counted; null of anything else
 * @param by the dimensions
 * @param overlapping whether a unit can stand in several cells, so that they do not add up to the total
 * @param total distinct units
 * @param days within which open and very long intervals are counted by day or month; null where nothing is counted by time
 * @param undecided corroborated records that may be about one person or incident, and as how many they are counted; null of uses of force
 * @param note what the numbers are not
 */
public record Tally(
        String rule,
        long index,
        Map<String, List<String>> filters,
        String unit,
        @Nullable String count,
        List<String> by,
        boolean overlapping,
        Numbers total,
        @Nullable Days days,
        @Nullable Undecided undecided,
        String note,
        List<Cell> cells) {

    /** The rule that is followed here. */
    public static final String RULE = "documented/1";

    /** What the numbers are not. */
    public static final String NOTE =
            "People known to this register. Not an estimate; the true number may be higher than both.";

    static final String TIMELINE = "/api/timeline";

    /** @param records the timeline of exactly the units that are reported in the cell */
    public record Cell(Map<String, String> key, long corroborated, long reported, String records) {

        static Cell of(Breakdown.Counted counted) {
            return new Cell(
                    counted.key(),
                    counted.numbers().corroborated(),
                    counted.numbers().reported(),
                    counted.records());
        }
    }

    /** The names of the columns of {@link #rows}: every part of a key, then the numbers. */
    public List<String> columns() {
        List<String> columns = new ArrayList<>(keys());
        columns.addAll(List.of("corroborated", "reported", "records"));
        return columns;
    }

    /** The cells as flat rows. */
    public List<List<Object>> rows() {
        Set<String> keys = keys();
        return cells.stream()
                .map(cell -> {
                    List<Object> row = new ArrayList<>();
                    keys.forEach(key -> row.add(cell.key().getOrDefault(key, "")));
                    row.addAll(List.of(cell.corroborated(), cell.reported(), cell.records()));
                    return row;
                })
                .toList();
    }

    private Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>();
        cells.forEach(cell -> keys.addAll(cell.key().keySet()));
        keys.addAll(by);
        return keys;
    }
}
