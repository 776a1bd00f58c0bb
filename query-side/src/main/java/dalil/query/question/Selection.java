package dalil.query.question;

import dalil.query.unit.Covers;
import dalil.query.unit.Shared;
import dalil.query.unit.Words;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The rows that a question selects at an index: of parts always the whole record beside each, of whole records one row for each part
 * where the question is about those too, so that everything it asks holds within one and the same use of force or injury.
 */
final class Selection {

    private static final int EXISTENCE = Covers.bits(List.of(Covers.EXISTENCE));

    /**
     * Something to read of each row.
     *
     * @param name under which it is given
     * @param value expression over {@code i}, the whole record, or {@code f}, the part
     */
    record Column(String name, Sql value, boolean ofPart) {}

    private final Unit unit;
    private final long index;
    private final List<Condition> conditions;
    private final List<Dimension> by;
    private final List<Column> columns;
    private final boolean joined;
    private final boolean byOrigins;

    Selection(Question question, List<Dimension> by, List<Column> columns, Words words, long index) {
        this.unit = question.unit();
        this.index = index;
        this.by = by;
        this.columns = columns;
        this.conditions = new Conditions(unit, question.counting(), words, index).of(question.givens());
        this.byOrigins =
                question.givens().stream().anyMatch(given -> given.name().equals(Origins.NAME))
                        || by.stream().anyMatch(dimension -> dimension.name().equals(Origins.NAME));
        this.joined = unit.isPart()
                || by.stream().anyMatch(Dimension::ofPart)
                || conditions.stream().anyMatch(Condition::ofPart);
    }

    private Selection(Selection all, Condition more) {
        this.unit = all.unit;
        this.index = all.index;
        this.by = all.by;
        this.columns = all.columns;
        this.conditions = new ArrayList<>(all.conditions);
        this.conditions.add(more);
        this.joined = all.joined;
        this.byOrigins = all.byOrigins;
    }

    /** Finds what statements of this selection need beside the tables, on the connection that will run them. */
    void begin(Connection connection) throws SQLException {
        if (byOrigins) {
            Origins.find(unit, index, connection);
        }
    }

    /** Whether one unit can come in several rows. */
    boolean repeats() {
        return joined && !unit.isPart();
    }

    /**
     * The rows by the name {@code r}: {@code unit}, {@code sure} where the unit's review covers all filters and each is met with
     * certainty, {@code sure_by} where it covers the dimensions too, {@code twin} where the unit may stand in the same cell a second
     * time, and the columns.
     */
    Sql with() {
        Sql sql = new Sql()
                .add("WITH " + (joined ? "i" : "r") + " AS MATERIALIZED (")
                .add(wholes())
                .add(")");
        return joined ? sql.add(", r AS (").add(parts()).add(")") : sql;
    }

    /** {@code FROM} what has each unit once, with {@code sure}. */
    String eachUnit() {
        if (!repeats()) {
            return " FROM r";
        }
        return conditions.stream().anyMatch(Condition::ofPart)
                ? " FROM (SELECT bool_or(sure) AS sure" + unit.anyWeights() + " FROM r GROUP BY unit)"
                : " FROM i";
    }

    /** The same with only some units. */
    Selection among(Collection<Long> units) {
        return new Selection(this, new Condition(new Sql().add("i.unit IN ").choice(units), null, 0, false));
    }

    private Sql wholes() {
        Sql sql = new Sql()
                .add("SELECT unit, met AND (covers & ?) = ? AS sure", covers(List.of()), covers(List.of()))
                .add(", met AND (covers & ?) = ? AS sure_by, FALSE AS twin" + unit.weights(""), covers(by), covers(by));
        columns.stream().filter(column -> !column.ofPart()).forEach(column -> sql.add(", " + column.name()));
        sql.add(" FROM (SELECT i.unit, i.covers" + unit.weights("i."))
                .add(met(false))
                .add(columns(false));
        sql.add(" FROM " + unit.table() + " i");
        if (byOrigins) {
            sql.add(Origins.BESIDE);
        }
        return sql.add(" WHERE i.valid_from <= ? AND i.valid_to > ? AND NOT i.skipped", index, index)
                .add(conditions(false))
                .add(")");
    }

    private Sql parts() {
        int shared = Shared.bits(
                by.stream().filter(Dimension::ofPart).map(Dimension::name).toList());
        Sql sql = new Sql()
                .add("SELECT " + (unit.isPart() ? "f.unit" : "i.unit") + unit.weights("i."))
                .add(", i.sure AND f.met AS sure, i.sure_by AND f.met AS sure_by, f.twin");
        columns.forEach(column -> sql.add(", " + column.name()));
        sql.add(" FROM i JOIN (SELECT f.unit, f." + unit.table() + ", (f.shared & ?) = ? AS twin", shared, shared);
        sql.add(met(true)).add(columns(true));
        sql.add(" FROM " + unit.parts() + " f WHERE f.valid_from <= ? AND f.valid_to > ?", index, index);
        if (unit.isPart()) {
            sql.add(" AND f.real");
        }
        return sql.add(conditions(true)).add(") f ON f." + unit.table() + " = i.unit");
    }

    private int covers(List<Dimension> dimensions) {
        int covers = EXISTENCE;
        for (Condition condition : conditions) {
            covers |= condition.covers();
        }
        for (Dimension dimension : dimensions) {
            covers |= dimension.covers();
        }
        return covers;
    }

    private Sql met(boolean ofPart) {
        Sql sql = new Sql().add(", TRUE");
        for (Condition condition : conditions) {
            if (condition.ofPart() == ofPart && condition.certain() != null) {
                sql.add(" AND ").add(condition.certain());
            }
        }
        return sql.add(" AS met");
    }

    private Sql columns(boolean ofPart) {
        Sql sql = new Sql();
        for (Column column : columns) {
            if (column.ofPart() == ofPart) {
                sql.add(", ").add(column.value()).add(" AS " + column.name());
            }
        }
        return sql;
    }

    private Sql conditions(boolean ofPart) {
        Sql sql = new Sql();
        for (Condition condition : conditions) {
            if (condition.ofPart() == ofPart) {
                sql.add(" AND ").add(condition.holds());
            }
        }
        return sql;
    }
}
