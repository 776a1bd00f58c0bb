package dalil.query.figure;

import dalil.events.vocabulary.Vocabularies;
import dalil.query.facts.FactsTable;
import dalil.query.problem.BadQuestion;
import dalil.query.record.answer.Streams;
import dalil.query.unit.PlacePath;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads figures as of an index, in the order of what they are about. */
final class FigureList {

    /** Filters by a code, with their column and list. */
    private static final Map<String, List<String>> CODES = codes();

    private static final Map<String, String> IDS =
            Map.of("publisher", "publisher", "origin", "origin", "dataset", "dataset");

    private static final String KINDS = "SELECT measure, unit_counted, period, population, place, count(*) FROM figure"
            + " WHERE valid_from <= ? AND valid_to > ? AND NOT retracted AND NOT withdrawn GROUP BY ALL ORDER BY ALL";

    static final String PLACE = "place";
    static final String NOT_STATED = "not-stated";

    private final FactsTable table;
    private final Streams streams;

    FigureList(FactsTable table, Streams streams) {
        this.table = table;
        this.streams = streams;
    }

    private static Map<String, List<String>> codes() {
        Map<String, List<String>> codes = new LinkedHashMap<>();
        codes.put("measure", List.of("measure", "figure-measure"));
        codes.put("unit", List.of("unit_counted", "figure-unit"));
        codes.put("period", List.of("period", "figure-period"));
        codes.put("population", List.of("population", "figure-population"));
        return codes;
    }

    /** The names of the filters. */
    static List<String> filters() {
        List<String> filters = new ArrayList<>(CODES.keySet());
        filters.addAll(IDS.keySet().stream().sorted().toList());
        filters.add(PLACE);
        return filters;
    }

    /** All of them. */
    List<PublishedFigure> read(Map<String, String> filters, long index) {
        return read(filters, index, 0, Integer.MAX_VALUE);
    }

    /**
     * Some of them.
     *
     * @param filters by name; any of the values between commas
     * @param skipped how many are left out at the beginning
     */
    List<PublishedFigure> read(Map<String, String> filters, long index, int skipped, int most) {
        StringBuilder sql = new StringBuilder(
                "SELECT " + PublishedFigure.COLUMNS + " FROM figure WHERE valid_from <= ? AND valid_to > ?");
        List<Object> values = new ArrayList<>(List.of(index, index));
        filters.forEach((name, value) -> {
            if (name.equals(PLACE)) {
                place(value, sql, values);
                return;
            }
            List<String> code = CODES.get(name);
            List<String> anyOf = List.of(value.split(",", -1));
            if (code != null) {
                anyOf.forEach(word -> check(name, code.get(1), word));
            }
            sql.append(" AND ")
                    .append(code == null ? IDS.get(name) : code.get(0))
                    .append(" IN (?")
                    .append(", ?".repeat(anyOf.size() - 1))
                    .append(')');
            values.addAll(anyOf);
        });
        sql.append(" ORDER BY coalesce(as_of_to, 2147483647), coalesce(as_of_from, 2147483647),"
                + " coalesce(as_of_to_time, ''), coalesce(published, ''), unit LIMIT ? OFFSET ?");
        values.addAll(List.of(most, skipped));
        return table.read(index, connection -> rows(connection, sql.toString(), values, index));
    }

    /** A path from the top with everything in it, a name at any level, or not stated. */
    private static void place(String value, StringBuilder sql, List<Object> values) {
        List<String> names = PlacePath.names(value);
        if (value.equals(NOT_STATED)) {
            sql.append(" AND len(place) = 0");
        } else if (names.size() == 1) {
            sql.append(" AND list_contains(place, ?)");
            values.add(names.get(0));
        } else if (names.size() > PlacePath.LEVELS) {
            throw new BadQuestion(PLACE, "bad-place", "at most country, region, district and settlement");
        } else {
            for (int i = 0; i < names.size(); i++) {
                sql.append(" AND place[" + (i + 1) + "] = ?");
                values.add(names.get(i));
            }
        }
    }

    /** How many figures stand of each kind. */
    Map<Kind, Long> kinds(long index) {
        return table.read(index, connection -> {
            Map<Kind, Long> kinds = new LinkedHashMap<>();
            try (PreparedStatement statement = connection.prepareStatement(KINDS)) {
                statement.setLong(1, index);
                statement.setLong(2, index);
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        kinds.put(
                                new Kind(
                                        row.getString(1),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getString(4),
                                        PublishedFigure.path(row, 5)),
                                row.getLong(6));
                    }
                }
            }
            return kinds;
        });
    }

    private List<PublishedFigure> rows(Connection connection, String sql, List<Object> values, long index)
            throws SQLException {
        SourceNames names = new SourceNames(streams);
        List<PublishedFigure> figures = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    figures.add(PublishedFigure.of(row, names, index));
                }
            }
        }
        return figures;
    }

    private static void check(String name, String list, String word) {
        if (!Vocabularies.find(list).orElseThrow().has(word)) {
            throw new BadQuestion(name, "unknown-word", "not a word of the list " + list);
        }
    }
}
