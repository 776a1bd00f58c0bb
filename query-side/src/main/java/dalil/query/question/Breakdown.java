package dalil.query.question;

import dalil.query.problem.BadQuestion;
import dalil.query.unit.Words;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Counts units by cells. */
public final class Breakdown {

    /** Cells in one answer. */
    public static final int MOST_CELLS = 50_000;

    private static final int MOST_DIMENSIONS = 4;

    private final Question question;
    private final List<Dimension> by;
    private final String path;
    private final Words words;
    private final long index;

    /**
     * A breakdown at an index.
     *
     * @param by names of dimensions between commas; empty for none
     * @param path where the records of a cell are read
     */
    public Breakdown(Question question, String by, String path, Words words, long index) {
        this.question = question;
        this.by = dimensions(question.unit(), by);
        this.path = path;
        this.words = words;
        this.index = index;
    }

    /** Two numbers, never added up. */
    public record Numbers(long corroborated, long reported) {}

    /** The days within which open and very long intervals are counted. */
    public record Days(String from, String to) {}

    /**
     * A cell.
     *
     * @param key what puts a unit in it
     * @param records link that finds the units reported in it
     */
    public record Counted(Map<String, String> key, Numbers numbers, String records) {}

    /**
     * Records that are corroborated and of which some may be about the same person or incident, while nobody decided that.
     *
     * @param records how many
     * @param countedAs as how many people or incidents they stand in the corroborated total
     */
    public record Undecided(long records, long countedAs) {}

    /** Everything that was counted. */
    public record Result(
            Numbers total,
            List<Counted> cells,
            boolean overlapping,
            @Nullable Days days,
            Undecided undecided) {}

    private record Row(int[] keys, Numbers numbers) {}

    private static List<Dimension> dimensions(Unit unit, String names) {
        List<Dimension> dimensions = new ArrayList<>();
        if (!names.isEmpty()) {
            Arrays.stream(names.split(",", -1)).forEach(name -> dimensions.add(dimension(unit, name)));
        }
        long places = dimensions.stream()
                .filter(dimension -> dimension.form() == Dimension.Form.PLACE)
                .count();
        if (dimensions.size() > MOST_DIMENSIONS
                || dimensions.stream().distinct().count() < dimensions.size()) {
            throw new BadQuestion("by", "too-many", "at most " + MOST_DIMENSIONS + " dimensions, each once");
        }
        if (places > 1) {
            throw new BadQuestion("by", "too-many", "one level of place; it comes with all levels above it");
        }
        return dimensions;
    }

    private static Dimension dimension(Unit unit, String name) {
        return Dimension.find(unit, name.equals("usedBy") ? "used-by" : name)
                .orElseThrow(() -> new BadQuestion(
                        "by",
                        "unknown-word",
                        "one of "
                                + Dimension.of(unit).stream()
                                        .map(Dimension::name)
                                        .collect(Collectors.joining(", "))));
    }

    /** Names of the dimensions. */
    public List<String> by() {
        return by.stream().map(Dimension::name).toList();
    }

    /** Counts. */
    public Result count(Connection connection) throws SQLException {
        boolean timed = by.stream().anyMatch(Dimension::isTime);
        DayBounds bounds = timed
                ? DayBounds.of(question.unit(), DayRange.of(question.givens()), connection, index)
                : DayBounds.none();
        CellCount count = new CellCount(question, by, bounds, words, index);
        count.begin(connection);
        Overcount overcount = Overcount.of(question.unit(), count, by.size(), connection, index);
        Numbers total = new Numbers(0, 0);
        List<Row> rows = new ArrayList<>();
        try (PreparedStatement statement = count.sql(MOST_CELLS + 1).prepare(connection);
                ResultSet found = statement.executeQuery()) {
            while (found.next()) {
                Numbers numbers = new Numbers(found.getLong(by.size() + 3), found.getLong(by.size() + 2));
                if (found.getBoolean(1)) {
                    total = overcount.lessInTotal(numbers);
                } else {
                    int[] keys = keys(found);
                    rows.add(new Row(keys, overcount.less(keys, numbers)));
                }
            }
        }
        if (rows.size() > MOST_CELLS) {
            throw new BadQuestion("by", "too-many-cells", "more than " + MOST_CELLS + " cells; narrow the question");
        }
        return new Result(
                total, told(rows), overlapping(rows, total), timed ? bounds.days() : null, overcount.undecided());
    }

    private int[] keys(ResultSet found) throws SQLException {
        int[] keys = new int[by.size()];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = found.getInt(i + 2);
        }
        return keys;
    }

    private boolean overlapping(List<Row> rows, Numbers total) {
        boolean many = by.stream()
                .anyMatch(dimension -> question.counting().many(dimension)
                        || dimension.ofPart() && !question.unit().isPart());
        return many
                || rows.stream().mapToLong(row -> row.numbers().reported()).sum() > total.reported() && !by.isEmpty();
    }

    private List<Counted> told(List<Row> rows) {
        CellLinks links = new CellLinks(path, question, by, new CellWords(words), index);
        List<Counted> counted = new ArrayList<>(rows.size());
        rows.forEach(row -> counted.add(links.tell(row.keys(), row.numbers())));
        return counted;
    }
}
