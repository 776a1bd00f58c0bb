package dalil.query.question;

import dalil.query.problem.BadQuestion;
import dalil.query.unit.DayKeys;
import dalil.query.unit.Words;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts units by cells. */
public final class Breakdown {

    /** Cells in one answer. */
    public static final int MOST_CELLS = 50_000;

    private static final int MOST_DIMENSIONS = 4;
    private static final long MOST_DAYS_LAID_OUT = 5_000_000;

    private final Question question;
    private final List<Dimension> by;
    private final CellWords cells;
    private final long index;
    private final Selection selection;
    private final Selection all;

    /**
     * A breakdown at an index.
     *
     * @param by names of dimensions between commas; empty for none
     */
    public Breakdown(Question question, String by, Words words, long index) {
        this.question = question;
        this.by = dimensions(question.unit(), by);
        this.cells = new CellWords(words);
        this.index = index;
        this.selection = new Selection(question, this.by, words, index);
        this.all = new Selection(question, List.of(), words, index);
    }

    /** Two numbers, never added up. */
    public record Numbers(long corroborated, long reported) {}

    /** The days within which open and very long intervals are counted. */
    public record Days(String from, String to) {}

    /**
     * A cell.
     *
     * @param key what puts a unit in it
     * @param records query that finds the units reported in it
     */
    public record Counted(Map<String, String> key, Numbers numbers, String records) {}

    /** Everything that was counted. */
    public record Result(
            Numbers total,
            List<Counted> cells,
            boolean overlapping,
            @Nullable Days days) {}

    private record Bounds(int first, int last, long wide) {}

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
                .orElseThrow(() -> new BadQuestion("by", "unknown-word", "not a dimension of this unit"));
    }

    /** Names of the dimensions. */
    public List<String> by() {
        return by.stream().map(Dimension::name).toList();
    }

    /** Counts. */
    public Result count(Connection connection) throws SQLException {
        boolean timed = by.stream().anyMatch(Dimension::isTime);
        Bounds bounds = timed ? bounds(connection) : new Bounds(0, 0, 0);
        Numbers total = total(connection);
        List<Counted> counted = by.isEmpty() ? List.of() : counted(connection, bounds);
        long sum = counted.stream().mapToLong(cell -> cell.numbers().reported()).sum();
        boolean many = by.stream()
                .anyMatch(dimension -> question.counting().many(dimension)
                        || dimension.ofPart() && !question.unit().isPart());
        return new Result(
                total,
                counted,
                !by.isEmpty() && (many || sum > total.reported()),
                timed ? new Days(date(bounds.first()), date(bounds.last())) : null);
    }

    private static String date(int day) {
        return DayKeys.date(day).toString();
    }

    private Bounds bounds(Connection connection) throws SQLException {
        Sql sql = new Sql()
                .add(
                        "SELECT min(reach_from), max(reach_to), count(*) FILTER (WHERE any_wide) FROM "
                                + question.unit().table() + " WHERE valid_from <= ? AND valid_to > ? AND NOT skipped",
                        index,
                        index);
        DayRange asked = DayRange.of(question.givens());
        try (PreparedStatement statement = sql.prepare(connection);
                ResultSet row = statement.executeQuery()) {
            row.next();
            Integer reachFrom = (Integer) row.getObject(1);
            Integer reachTo = (Integer) row.getObject(2);
            Integer first = asked.from() != null ? asked.from() : reachFrom;
            Integer last = asked.to() != null ? asked.to() : reachTo;
            int from = first != null ? first : last != null ? last : DayKeys.day(LocalDate.EPOCH);
            int to = last != null ? last : from;
            Bounds bounds = new Bounds(
                    asked.from() == null ? Math.min(from, to) : from,
                    asked.to() == null ? Math.max(from, to) : to,
                    row.getLong(3));
            if (bounds.wide() * (bounds.last() - bounds.first() + 1L) > MOST_DAYS_LAID_OUT) {
                throw new BadQuestion("by", "too-many-cells", "open intervals fill too many days; give from and to");
            }
            return bounds;
        }
    }

    private Numbers total(Connection connection) throws SQLException {
        Unit unit = question.unit();
        Sql sql = new Sql();
        if (all.repeats()) {
            sql.add("SELECT " + unit.reported() + ", " + unit.corroborated("ok")
                            + " FROM (SELECT unit, bool_or(ok) AS ok" + unit.anyWeights()
                            + " FROM (SELECT i.unit AS unit" + unit.weights() + ", ")
                    .add(all.corroborated())
                    .add(" AS ok")
                    .add(all.rows())
                    .add(") GROUP BY unit)");
        } else {
            sql.add("SELECT " + unit.reported() + ", " + unit.corroborated("ok") + " FROM (SELECT 1 AS one"
                            + unit.weights() + ", ")
                    .add(all.corroborated())
                    .add(" AS ok")
                    .add(all.rows())
                    .add(")");
        }
        try (PreparedStatement statement = sql.prepare(connection);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return new Numbers(row.getLong(2), row.getLong(1));
        }
    }

    private List<Counted> counted(Connection connection, Bounds bounds) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (PreparedStatement statement = sql(bounds).prepare(connection);
                ResultSet found = statement.executeQuery()) {
            while (found.next()) {
                int[] keys = new int[by.size()];
                for (int i = 0; i < keys.length; i++) {
                    keys[i] = found.getInt(i + 1);
                }
                rows.add(new Row(keys, new Numbers(found.getLong(keys.length + 2), found.getLong(keys.length + 1))));
            }
        }
        if (rows.size() > MOST_CELLS) {
            throw new BadQuestion("by", "too-many-cells", "more than " + MOST_CELLS + " cells; narrow the question");
        }
        rows.sort(this::compare);
        return told(rows);
    }

    private Sql sql(Bounds bounds) {
        Unit unit = question.unit();
        Sql rows = new Sql()
                .add("SELECT " + selection.unit() + " AS unit" + unit.weights() + ", ")
                .add(selection.corroborated())
                .add(" AS ok");
        for (int i = 0; i < by.size(); i++) {
            rows.add(", ").add(cells(by.get(i), bounds)).add(" AS l" + i);
        }
        rows.add(selection.rows());
        for (int i = 0; i < by.size(); i++) {
            rows = new Sql()
                    .add("SELECT * EXCLUDE (l" + i + "), unnest(l" + i + ") AS e" + i + " FROM (")
                    .add(rows)
                    .add(")");
        }
        StringBuilder keys = new StringBuilder();
        StringBuilder certain = new StringBuilder("ok");
        StringBuilder columns = new StringBuilder();
        for (int i = 0; i < by.size(); i++) {
            keys.append("e").append(i).append(" >> 1 AS k").append(i).append(", ");
            certain.append(" AND (e").append(i).append(" & 1) = 1");
            columns.append("k").append(i).append(", ");
        }
        Sql each = new Sql()
                .add("SELECT " + keys
                        + (selection.repeats()
                                ? "unit, bool_or(" + certain + ") AS certain" + unit.anyWeights()
                                : certain + " AS certain" + (unit.weights().isEmpty() ? "" : ", sure, greatest")))
                .add(" FROM (")
                .add(rows)
                .add(")")
                .add(clipped(bounds));
        if (selection.repeats()) {
            each.add(" GROUP BY " + columns + "unit");
        }
        return new Sql()
                .add("SELECT " + columns + unit.reported() + ", " + unit.corroborated("certain") + " FROM (")
                .add(each)
                .add(") GROUP BY ALL LIMIT ?", MOST_CELLS + 1);
    }

    /** Days and months outside those asked about belong to no cell. */
    private Sql clipped(Bounds bounds) {
        Sql sql = new Sql();
        for (int i = 0; i < by.size(); i++) {
            boolean months = by.get(i).form() == Dimension.Form.MONTH;
            if (months || by.get(i).form() == Dimension.Form.DAY) {
                int first = months ? DayKeys.monthOf(bounds.first()) : bounds.first();
                int last = months ? DayKeys.monthOf(bounds.last()) : bounds.last();
                sql.add(sql.toString().isEmpty() ? " WHERE " : " AND ")
                        .add(
                                "((e" + i + " >> 1) BETWEEN ? AND ? OR (e" + i + " >> 1) >= ?)",
                                first,
                                last,
                                DayKeys.WORDS);
            }
        }
        return sql;
    }

    private Sql cells(Dimension dimension, Bounds bounds) {
        boolean months = dimension.form() == Dimension.Form.MONTH;
        if (bounds.wide() == 0 || !months && dimension.form() != Dimension.Form.DAY) {
            return new Sql().add(question.counting().column(dimension));
        }
        String first = "greatest(i.time_from[k], ?::INTEGER)";
        String last = "least(i.time_to[k], ?::INTEGER)";
        String key = months
                ? "((year(DATE '1970-01-01' + (%1$s - 4400000)) + 10000) * 12 + month(DATE '1970-01-01' + (%1$s - 4400000)) - 1)"
                : "%s";
        String from = key.formatted(first);
        String to = key.formatted(last);
        Sql laid = new Sql()
                .add(
                        "list_distinct(flatten(list_transform(list_filter(range(1, len(i.time_from) + 1), lambda k: i.time_wide[k]"
                                + " AND i.time_from[k] <= ? AND i.time_to[k] >= ?), lambda k: range(",
                        bounds.last(),
                        bounds.first())
                .add(from, times(bounds.first(), months))
                .add(", ")
                .add(to, times(bounds.last(), months))
                .add(" + 1))))");
        return new Sql()
                .add("CASE WHEN i.any_wide THEN list_concat(" + dimension.column() + ", list_transform(list_filter(")
                .add(laid)
                .add(", lambda d: NOT list_has_any(" + dimension.column()
                        + ", [(d * 2)::INTEGER, (d * 2 + 1)::INTEGER]))," + " lambda d: (d * 2)::INTEGER)) ELSE "
                        + dimension.column() + " END");
    }

    private static Object[] times(int bound, boolean twice) {
        return twice ? new Object[] {bound, bound} : new Object[] {bound};
    }

    /** In the order of time where time is asked for, otherwise the greatest number first. */
    private int compare(Row one, Row other) {
        for (int i = 0; i < by.size(); i++) {
            int order = by.get(i).isTime() ? Integer.compare(one.keys()[i], other.keys()[i]) : 0;
            if (order != 0) {
                return order;
            }
        }
        int order = Long.compare(other.numbers().reported(), one.numbers().reported());
        return order != 0 ? order : Arrays.compare(one.keys(), other.keys());
    }

    /** How a cell of one dimension is told, and the parameter that finds it. */
    private record Told(Map<String, String> key, String parameter) {}

    private Told told(Dimension dimension, int key) {
        StringBuilder parameter = new StringBuilder();
        parameter(parameter, dimension.name(), cells.filter(dimension, key));
        return new Told(cells.told(dimension, key), parameter.toString());
    }

    private List<Counted> told(List<Row> rows) {
        StringBuilder start = new StringBuilder("of=").append(question.unit().word());
        question.givens().forEach(given -> parameter(start, given.name(), given.value()));
        question.countedBy().forEach((name, value) -> parameter(start, name, value));
        String end = "&asOf=" + index;
        List<Map<Integer, Told>> told = by.stream()
                .map(dimension -> (Map<Integer, Told>) new HashMap<Integer, Told>())
                .toList();
        List<Counted> counted = new ArrayList<>(rows.size());
        for (Row row : rows) {
            Map<String, String> key = new LinkedHashMap<>();
            StringBuilder records = new StringBuilder(start);
            for (int i = 0; i < by.size(); i++) {
                Dimension dimension = by.get(i);
                Told of = told.get(i).computeIfAbsent(row.keys()[i], number -> told(dimension, number));
                key.putAll(of.key());
                records.append(of.parameter());
            }
            counted.add(new Counted(key, row.numbers(), records.append(end).toString()));
        }
        return counted;
    }

    private static void parameter(StringBuilder to, String name, String value) {
        to.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
}
