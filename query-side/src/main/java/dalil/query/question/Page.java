package dalil.query.question;

import dalil.query.problem.BadQuestion;
import dalil.query.unit.Words;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Some of the units that a question selects, in the order of their earliest day, undated ones last. */
public final class Page {

    private static final int UNDATED = Integer.MAX_VALUE;
    private static final int PART_BITS = 20;

    private final Question question;
    private final Words words;
    private final long index;

    public Page(Question question, Words words, long index) {
        this.question = question;
        this.words = words;
        this.index = index;
    }

    /**
     * Where the page before ended.
     *
     * @param index ledger index that all pages of one list keep to
     */
    public record Cursor(long index, int earliest, long unit) {

        private static final Pattern TEXT = Pattern.compile("(-?\\d{1,18})_(\\d{1,10})_(\\d{1,18})");

        /** As it was told. */
        public static Cursor parse(String text) {
            Matcher parts = TEXT.matcher(text);
            try {
                if (parts.matches()) {
                    return new Cursor(
                            Long.parseLong(parts.group(1)),
                            Integer.parseInt(parts.group(2)),
                            Long.parseLong(parts.group(3)));
                }
            } catch (NumberFormatException tooLarge) {
                // told below
            }
            throw new BadQuestion("cursor", "bad-cursor", "the value of next in the page before");
        }

        /** As it is told. */
        public String text() {
            return index + "_" + earliest + "_" + unit;
        }
    }

    /**
     * A unit as the table holds it, lists already words.
     *
     * @param part id of the use of force, where that is the unit
     * @param shown text of {@link dalil.query.unit.Shown}
     * @param people who was harmed, where they are the unit; null otherwise
     * @param parts those of the record, or the one
     */
    public record Found(
            String id,
            @Nullable String part,
            String corroboration,
            int sources,
            List<String> kinds,
            List<String> roles,
            List<String> labels,
            String shown,
            @Nullable People people,
            List<Part> parts) {}

    /** Who was harmed: how many, and what became of them; special cells such as {@code contested} stand among the words. */
    public record People(int least, int greatest, List<String> outcomes, List<String> sexes, List<String> ageBands) {}

    /**
     * What is said of a use of force or an injury; special cells such as {@code contested} stand among the words.
     *
     * @param bodyRegions of an injury; empty of a use of force
     * @param severities of an injury; empty of a use of force
     */
    public record Part(
            String id,
            List<String> weapons,
            List<String> methods,
            List<String> munitions,
            List<String> usedBy,
            List<String> bodyRegions,
            List<String> severities) {}

    /** @param next where the next page begins; null at the end */
    public record Content(List<Found> units, @Nullable Cursor next) {}

    private record Key(int earliest, long unit) {}

    private record Whole(
            String id,
            String corroboration,
            int sources,
            List<String> kinds,
            List<String> roles,
            List<String> labels,
            String shown,
            @Nullable People people) {}

    /** Reads the units after a cursor, or the first ones. */
    public Content read(Connection connection, @Nullable Cursor after, int limit) throws SQLException {
        List<Key> keys = keys(connection, after, limit + 1);
        boolean more = keys.size() > limit;
        List<Key> page = more ? keys.subList(0, limit) : keys;
        if (page.isEmpty()) {
            return new Content(List.of(), null);
        }
        Key last = page.get(page.size() - 1);
        return new Content(found(connection, page), more ? new Cursor(index, last.earliest(), last.unit()) : null);
    }

    private List<Key> keys(Connection connection, @Nullable Cursor after, int limit) throws SQLException {
        Sql earliest = new Sql().add("coalesce(i.earliest, ?::INTEGER)", UNDATED);
        Selection selection =
                new Selection(question, List.of(), List.of(new Selection.Column("e", earliest, false)), words, index);
        selection.begin(connection);
        Sql sql = selection.with().add(" SELECT e, unit FROM r");
        if (after != null) {
            sql.add(" WHERE e > ? OR e = ? AND unit > ?", after.earliest(), after.earliest(), after.unit());
        }
        sql.add(selection.repeats() ? " GROUP BY e, unit" : "").add(" ORDER BY e, unit LIMIT ?", limit);
        List<Key> keys = new ArrayList<>();
        try (PreparedStatement statement = sql.prepare(connection);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                keys.add(new Key(rows.getInt(1), rows.getLong(2)));
            }
        }
        return keys;
    }

    private List<Found> found(Connection connection, List<Key> keys) throws SQLException {
        boolean ofParts = question.unit().isPart();
        List<Long> numbers = keys.stream().map(this::whole).distinct().toList();
        Map<Long, Whole> byNumber = wholes(connection, numbers);
        Map<Long, Map<Long, Part>> parts = parts(connection, numbers);
        List<Found> found = new ArrayList<>();
        for (Key key : keys) {
            Whole whole = byNumber.get(whole(key));
            Map<Long, Part> own = parts.getOrDefault(whole(key), Map.of());
            Part one = ofParts ? own.get(key.unit()) : null;
            if (whole != null) {
                found.add(new Found(
                        whole.id(),
                        one == null ? null : one.id(),
                        whole.corroboration(),
                        whole.sources(),
                        whole.kinds(),
                        whole.roles(),
                        whole.labels(),
                        whole.shown(),
                        whole.people(),
                        one == null ? List.copyOf(own.values()) : List.of(one)));
            }
        }
        return found;
    }

    private long whole(Key key) {
        return question.unit().isPart() ? key.unit() >> PART_BITS : key.unit();
    }

    private Map<Long, Whole> wholes(Connection connection, List<Long> numbers) throws SQLException {
        boolean people = question.unit() == Unit.CASUALTIES;
        String outcome = Dimension.find(question.unit(), "outcome")
                .map(dimension -> "coalesce(" + question.counting().several(dimension) + ", ["
                        + question.counting().single(dimension) + "])")
                .orElse("");
        Sql sql = new Sql()
                .add(
                        "SELECT unit, id, corroboration, sources, " + cells("role", "label") + ", shown, "
                                + (people
                                        ? "least, greatest, " + cells("sex", "age_band") + ", " + outcome
                                        : cells("kind"))
                                + " FROM "
                                + question.unit().table()
                                + " i WHERE valid_from <= ? AND valid_to > ? AND unit IN (SELECT unnest(",
                        index,
                        index)
                .list(numbers)
                .add("))");
        Map<Long, Whole> found = new LinkedHashMap<>();
        try (PreparedStatement statement = sql.prepare(connection);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                found.put(
                        row.getLong(1),
                        new Whole(
                                row.getString(2),
                                words.word(row.getInt(3) >> 1),
                                row.getInt(4),
                                people ? List.of() : words(row, 8),
                                words(row, 5),
                                words(row, 6),
                                row.getString(7),
                                people
                                        ? new People(
                                                row.getInt(8),
                                                row.getInt(9),
                                                words(row, 12),
                                                words(row, 10),
                                                words(row, 11))
                                        : null));
            }
        }
        return found;
    }

    private Map<Long, Map<Long, Part>> parts(Connection connection, List<Long> numbers) throws SQLException {
        Unit unit = question.unit();
        boolean injuries = unit == Unit.CASUALTIES;
        Sql sql = new Sql()
                .add(
                        "SELECT " + unit.table() + ", unit, id, " + cells("weapon", "method", "munition", "used_by")
                                + (injuries ? ", " + cells("body_region", "severity") : "") + " FROM " + unit.parts()
                                + " WHERE real AND valid_from <= ? AND valid_to > ? AND " + unit.table()
                                + " IN (SELECT unnest(",
                        index,
                        index)
                .list(numbers)
                .add(")) ORDER BY unit");
        Map<Long, Map<Long, Part>> found = new LinkedHashMap<>();
        try (PreparedStatement statement = sql.prepare(connection);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                found.computeIfAbsent(row.getLong(1), any -> new LinkedHashMap<>())
                        .put(
                                row.getLong(2),
                                new Part(
                                        row.getString(3),
                                        words(row, 4),
                                        words(row, 5),
                                        words(row, 6),
                                        words(row, 7),
                                        injuries ? words(row, 8) : List.of(),
                                        injuries ? words(row, 9) : List.of()));
            }
        }
        return found;
    }

    private static String cells(String... columns) {
        return Arrays.stream(columns)
                .map(column -> "coalesce(%1$s_several, [%1$s])".formatted(column))
                .collect(Collectors.joining(", "));
    }

    private List<String> words(ResultSet row, int column) throws SQLException {
        Object[] numbers = (Object[]) row.getArray(column).getArray();
        List<String> told = new ArrayList<>(numbers.length);
        for (Object number : numbers) {
            told.add(words.word((Integer) number >> 1));
        }
        return told;
    }
}
