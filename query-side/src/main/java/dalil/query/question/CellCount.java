package dalil.query.question;

import dalil.query.question.Selection.Column;
import dalil.query.unit.Words;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The statement that counts: the distinct total and every cell, from one reading of the rows. Most rows have one cell in each
 * dimension and are counted as they are; only the others are laid out, one row for each combination of their cells.
 */
final class CellCount {

    private final Unit unit;
    private final Counting counting;
    private final List<Dimension> by;
    private final DayBounds bounds;
    private final Selection selection;
    private final boolean told;

    CellCount(Question question, List<Dimension> by, DayBounds bounds, Words words, long index) {
        this.unit = question.unit();
        this.counting = question.counting();
        this.by = by;
        this.bounds = bounds;
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < by.size(); i++) {
            Dimension dimension = by.get(i);
            columns.add(new Column("e" + i, new Sql().add(counting.single(dimension)), dimension.ofPart()));
            columns.add(
                    new Column("l" + i, bounds.several(dimension, counting.several(dimension)), dimension.ofPart()));
        }
        this.selection = new Selection(question, by, columns, words, index);
        this.told = false;
    }

    private CellCount(CellCount all, Collection<Long> units) {
        this.unit = all.unit;
        this.counting = all.counting;
        this.by = all.by;
        this.bounds = all.bounds;
        this.selection = all.selection.among(units);
        this.told = true;
    }

    /** Before any statement, on the connection that will run it. */
    void begin(Connection connection) throws SQLException {
        selection.begin(connection);
    }

    /**
     * The statement that tells, of some units, in which cells each is corroborated. Columns: whether it is the total; a key for each
     * dimension; the unit.
     */
    Sql corroborated(Collection<Long> units) {
        CellCount some = new CellCount(this, units);
        Sql sql = some.selection.with().add(" SELECT DISTINCT TRUE");
        for (int i = 0; i < by.size(); i++) {
            sql.add(", NULL");
        }
        sql.add(", unit FROM r WHERE sure");
        return by.isEmpty()
                ? sql
                : sql.add(" UNION ALL SELECT DISTINCT FALSE, " + keys() + "unit FROM (")
                        .add(some.rows())
                        .add(") WHERE sure");
    }

    /**
     * Columns: whether it is the total; a key for each dimension; how many are reported; how many are corroborated. The total comes
     * first, then the cells in the order of time where time is asked for, otherwise the greatest number first.
     */
    Sql sql(int most) {
        Sql sql = selection.with().add(" SELECT TRUE");
        for (int i = 0; i < by.size(); i++) {
            sql.add(", NULL");
        }
        sql.add(", " + unit.reported() + ", " + unit.corroborated("sure") + selection.eachUnit());
        return by.isEmpty()
                ? sql
                : sql.add(" UNION ALL SELECT FALSE, * FROM (")
                        .add(cells())
                        .add(
                                " LIMIT ?) ORDER BY 1 DESC" + order(true) + ", " + (by.size() + 2) + " DESC"
                                        + order(false),
                                most);
    }

    private String order(boolean times) {
        StringBuilder order = new StringBuilder();
        for (int i = 0; i < by.size(); i++) {
            if (by.get(i).isTime() == times) {
                order.append(", ").append(i + 2);
            }
        }
        return order.toString();
    }

    private Sql cells() {
        if (!selection.repeats()) {
            return new Sql()
                    .add("SELECT " + keys() + unit.reported() + ", " + unit.corroborated("sure") + " FROM (")
                    .add(rows())
                    .add(") GROUP BY ALL");
        }
        // twin is null for all units that can be in a cell only once: they are counted without being told apart
        return new Sql()
                .add("SELECT " + keys() + "sum(n)::BIGINT, sum(s)::BIGINT FROM (SELECT " + keys() + "twin, "
                        + "CASE WHEN twin IS NULL THEN " + unit.reported() + " ELSE " + unit.reportedOnce()
                        + " END AS n, "
                        + "CASE WHEN twin IS NULL THEN " + unit.corroborated("sure") + " ELSE "
                        + unit.corroboratedOnce() + " END AS s FROM (")
                .add(rows())
                .add(") GROUP BY " + keys() + "twin) GROUP BY ALL");
    }

    private String keys() {
        StringBuilder keys = new StringBuilder();
        for (int i = 0; i < by.size(); i++) {
            keys.append("k").append(i).append(", ");
        }
        return keys.toString();
    }

    /** One row for each cell of each row: a key for each dimension, and whether it is certain. */
    private Sql rows() {
        List<Integer> single = new ArrayList<>();
        List<Integer> many = new ArrayList<>();
        for (int i = 0; i < by.size(); i++) {
            (counting.many(by.get(i)) ? many : single).add(i);
        }
        List<Integer> all = new ArrayList<>(single);
        all.addAll(many);
        String alone = String.join(
                " AND ", single.stream().map(i -> "l" + i + " IS NULL").toList());
        Sql rows = single.isEmpty()
                ? laidOut(List.of(), all, "TRUE")
                : laidOut(single, many, alone).add(" UNION ALL ").add(laidOut(List.of(), all, "NOT (" + alone + ")"));
        return new Sql().add("SELECT * FROM (").add(rows).add(")").add(bounds.clip(by));
    }

    private Sql laidOut(List<Integer> asTheyAre, List<Integer> lists, String which) {
        StringBuilder sure = new StringBuilder("sure_by");
        StringBuilder columns = new StringBuilder();
        for (int i : asTheyAre) {
            sure.append(" AND (e").append(i).append(" & 1) = 1");
            columns.append(", e%1$d >> 1 AS k%1$d".formatted(i));
        }
        for (int i : lists) {
            columns.append(", coalesce(l%1$d, [e%1$d]) AS l%1$d".formatted(i));
        }
        Sql rows = new Sql()
                .add("SELECT " + (told ? "unit, " : "")
                        + (selection.repeats() ? "CASE WHEN twin THEN unit END AS twin, " : "") + sure
                        + " AS sure" + unit.weights("") + columns + " FROM r WHERE " + which);
        for (int i : lists) {
            rows = new Sql()
                    .add(
                            "SELECT * EXCLUDE (e%1$d) REPLACE (sure AND (e%1$d & 1) = 1 AS sure), e%1$d >> 1 AS k%1$d FROM ("
                                    .formatted(i))
                    .add("SELECT * EXCLUDE (l%1$d), unnest(l%1$d) AS e%1$d FROM (".formatted(i))
                    .add(rows)
                    .add("))");
        }
        return new Sql()
                .add("SELECT " + keys() + (told ? "unit, " : "") + (selection.repeats() ? "twin, " : "") + "sure"
                        + unit.weights("") + " FROM (")
                .add(rows)
                .add(")");
    }
}
