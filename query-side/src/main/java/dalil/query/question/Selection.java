package dalil.query.question;

import dalil.query.unit.Covers;
import dalil.query.unit.Shared;
import dalil.query.unit.Words;
import java.util.List;

/**
 * The rows that a question selects at an index: of uses of force always the incident beside each, of incidents one row for each use
 * of force where the question is about those too, so that everything it asks holds within one and the same use of force.
 */
final class Selection {

    private static final int EXISTENCE = Covers.bits(List.of(Covers.EXISTENCE));

    /**
     * Something to read of each row.
     *
     * @param name under which it is given
     * @param value expression over {@code i}, the incident, or {@code f}, the use of force
     */
    record Column(String name, Sql value, boolean ofForceUse) {}

    private final Unit unit;
    private final long index;
    private final List<Condition> conditions;
    private final List<Dimension> by;
    private final List<Column> columns;
    private final boolean joined;

    Selection(Question question, List<Dimension> by, List<Column> columns, Words words, long index) {
        this.unit = question.unit();
        this.index = index;
        this.by = by;
        this.columns = columns;
        this.conditions = new Conditions(words, index).of(question.givens());
        this.joined = unit == Unit.FORCE_USES
                || by.stream().anyMatch(Dimension::ofForceUse)
                || conditions.stream().anyMatch(Condition::ofForceUse);
    }

    /** Whether one unit can come in several rows. */
    boolean repeats() {
        return joined && unit == Unit.INCIDENTS;
    }

    /**
     * The rows by the name {@code r}: {@code unit}, {@code sure} where the unit's review covers all filters and each is met with
     * certainty, {@code sure_by} where it covers the dimensions too, {@code twin} where the unit may stand in the same cell a second
     * time, and the columns.
     */
    Sql with() {
        Sql sql = new Sql()
                .add("WITH " + (joined ? "i" : "r") + " AS MATERIALIZED (")
                .add(incidents())
                .add(")");
        return joined ? sql.add(", r AS (").add(forceUses()).add(")") : sql;
    }

    /** {@code FROM} what has each unit once, with {@code sure}. */
    String eachUnit() {
        if (!repeats()) {
            return " FROM r";
        }
        return conditions.stream().anyMatch(Condition::ofForceUse)
                ? " FROM (SELECT bool_or(sure) AS sure FROM r GROUP BY unit)"
                : " FROM i";
    }

    private Sql incidents() {
        Sql sql = new Sql()
                .add("SELECT unit, met AND (covers & ?) = ? AS sure", covers(List.of()), covers(List.of()))
                .add(", met AND (covers & ?) = ? AS sure_by, FALSE AS twin", covers(by), covers(by));
        columns.stream().filter(column -> !column.ofForceUse()).forEach(column -> sql.add(", " + column.name()));
        sql.add(" FROM (SELECT i.unit, i.covers").add(met(false)).add(columns(false));
        return sql.add(" FROM incident i WHERE i.valid_from <= ? AND i.valid_to > ? AND NOT i.skipped", index, index)
                .add(conditions(false))
                .add(")");
    }

    private Sql forceUses() {
        int shared = Shared.bits(
                by.stream().filter(Dimension::ofForceUse).map(Dimension::name).toList());
        Sql sql = new Sql()
                .add("SELECT " + (unit == Unit.INCIDENTS ? "i.unit" : "f.unit"))
                .add(", i.sure AND f.met AS sure, i.sure_by AND f.met AS sure_by, f.twin");
        columns.forEach(column -> sql.add(", " + column.name()));
        sql.add(" FROM i JOIN (SELECT f.unit, f.incident, (f.shared & ?) = ? AS twin", shared, shared);
        sql.add(met(true)).add(columns(true));
        sql.add(" FROM force_use f WHERE f.valid_from <= ? AND f.valid_to > ?", index, index);
        if (unit == Unit.FORCE_USES) {
            sql.add(" AND f.real");
        }
        return sql.add(conditions(true)).add(") f ON f.incident = i.unit");
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

    private Sql met(boolean ofForceUse) {
        Sql sql = new Sql().add(", TRUE");
        for (Condition condition : conditions) {
            if (condition.ofForceUse() == ofForceUse && condition.certain() != null) {
                sql.add(" AND ").add(condition.certain());
            }
        }
        return sql.add(" AS met");
    }

    private Sql columns(boolean ofForceUse) {
        Sql sql = new Sql();
        for (Column column : columns) {
            if (column.ofForceUse() == ofForceUse) {
                sql.add(", ").add(column.value()).add(" AS " + column.name());
            }
        }
        return sql;
    }

    private Sql conditions(boolean ofForceUse) {
        Sql sql = new Sql();
        for (Condition condition : conditions) {
            if (condition.ofForceUse() == ofForceUse) {
                sql.add(" AND ").add(condition.holds());
            }
        }
        return sql;
    }
}
