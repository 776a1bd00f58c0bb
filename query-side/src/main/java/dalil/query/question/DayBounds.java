package dalil.query.question;

import dalil.query.problem.BadQuestion;
import dalil.query.question.Breakdown.Days;
import dalil.query.unit.DayKeys;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/**
 * The days within which open and very long intervals are counted: those asked about, otherwise those the register knows.
 *
 * @param asked what the question says
 * @param first a day key
 * @param last a day key
 * @param wide how many units have such an interval
 */
record DayBounds(DayRange asked, int first, int last, long wide) {

    private static final long MOST_DAYS_LAID_OUT = 5_000_000;

    /** Where nothing is counted by time. */
    static DayBounds none() {
        return new DayBounds(new DayRange(null, null), 0, 0, 0);
    }

    static DayBounds of(Unit unit, DayRange asked, Connection connection, long index) throws SQLException {
        boolean open = asked.from() == null || asked.to() == null;
        String reach = open ? "min(reach_from), max(reach_to)" : "NULL, NULL";
        Sql sql = new Sql()
                .add(
                        "SELECT " + reach + ", count(*) FILTER (WHERE any_wide) FROM " + unit.table()
                                + " WHERE valid_from <= ? AND valid_to > ? AND NOT skipped"
                                + (open ? "" : " AND any_wide"),
                        index,
                        index);
        try (PreparedStatement statement = sql.prepare(connection);
                ResultSet row = statement.executeQuery()) {
            row.next();
            Integer reachFrom = (Integer) row.getObject(1);
            Integer reachTo = (Integer) row.getObject(2);
            Integer first = asked.from() != null ? asked.from() : reachFrom;
            Integer last = asked.to() != null ? asked.to() : reachTo;
            int from = first != null ? first : last != null ? last : DayKeys.day(LocalDate.EPOCH);
            int to = last != null ? last : from;
            DayBounds bounds = new DayBounds(
                    asked,
                    asked.from() == null ? Math.min(from, to) : from,
                    asked.to() == null ? Math.max(from, to) : to,
                    row.getLong(3));
            if (bounds.wide() * (bounds.last() - bounds.first() + 1L) > MOST_DAYS_LAID_OUT) {
                throw new BadQuestion("by", "too-many-cells", "open intervals fill too many days; give from and to");
            }
            return bounds;
        }
    }

    Days days() {
        return new Days(DayKeys.date(first).toString(), DayKeys.date(last).toString());
    }

    /** Days and months outside those asked about belong to no cell. */
    Sql clip(List<Dimension> by) {
        Sql sql = new Sql();
        for (int i = 0; asked.given() && i < by.size(); i++) {
            boolean months = by.get(i).form() == Dimension.Form.MONTH;
            if (months || by.get(i).form() == Dimension.Form.DAY) {
                sql.add(sql.toString().isEmpty() ? " WHERE " : " AND ")
                        .add(
                                "(k%1$d BETWEEN ? AND ? OR k%1$d >= ?)".formatted(i),
                                months ? DayKeys.monthOf(first) : first,
                                months ? DayKeys.monthOf(last) : last,
                                DayKeys.WORDS);
            }
        }
        return sql;
    }

    /**
     * The cells of a dimension where there are none or several, those of open and very long intervals among them.
     *
     * @param cells where the table has the others
     */
    Sql several(Dimension dimension, String cells) {
        boolean months = dimension.form() == Dimension.Form.MONTH;
        if (wide == 0 || !months && dimension.form() != Dimension.Form.DAY) {
            return new Sql().add(cells);
        }
        String from = "greatest(i.time_from[k], ?::INTEGER)";
        String to = "least(i.time_to[k], ?::INTEGER)";
        String key = months
                ? "((year(DATE '1970-01-01' + (%1$s - 4400000)) + 10000) * 12 + month(DATE '1970-01-01' + (%1$s - 4400000)) - 1)"
                : "%s";
        Sql laid = new Sql()
                .add(
                        "list_distinct(flatten(list_transform(list_filter(range(1, len(i.time_from) + 1), lambda k: i.time_wide[k]"
                                + " AND i.time_from[k] <= ? AND i.time_to[k] >= ?), lambda k: range(",
                        last,
                        first)
                .add(key.formatted(from), times(first, months))
                .add(", ")
                .add(key.formatted(to), times(last, months))
                .add(" + 1))))");
        return new Sql()
                .add("CASE WHEN i.any_wide THEN list_concat(" + cells + ", list_transform(list_filter(")
                .add(laid)
                .add(", lambda d: NOT list_has_any(" + cells
                        + ", [(d * 2)::INTEGER, (d * 2 + 1)::INTEGER]))," + " lambda d: (d * 2)::INTEGER)) ELSE "
                        + cells + " END");
    }

    private static Object[] times(int bound, boolean twice) {
        return twice ? new Object[] {bound, bound} : new Object[] {bound};
    }
}
