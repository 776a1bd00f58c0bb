package dalil.query.question;

import dalil.query.unit.Covers;
import dalil.query.unit.Words;
import java.util.List;

/**
 * The rows that a question selects at an index: of parts always the whole record beside each, of whole records one row for each part
 * where the question is about those too, so that everything it asks holds within one and the same use of force or injury.
 */
final class Selection {

    private static final int EXISTENCE = Covers.bits(List.of(Covers.EXISTENCE));

    private final Unit unit;
    private final long index;
    private final List<Condition> conditions;
    private final List<Dimension> by;
    private final boolean joined;

    Selection(Question question, List<Dimension> by, Words words, long index) {
        this.unit = question.unit();
        this.index = index;
        this.by = by;
        this.conditions = new Conditions(unit, question.counting(), words, index).of(question.givens());
        this.joined = unit.isPart()
                || by.stream().anyMatch(Dimension::ofPart)
                || conditions.stream().anyMatch(Condition::ofPart);
    }

    /** Whether one unit can come in several rows. */
    boolean repeats() {
        return joined && !unit.isPart();
    }

    /** The number of the unit. */
    String unit() {
        return unit.isPart() ? "f.unit" : "i.unit";
    }

    /** Whether the unit's review covers everything the question is about and every filter is met with certainty. */
    Sql corroborated() {
        int covers = EXISTENCE;
        for (Condition condition : conditions) {
            covers |= condition.covers();
        }
        for (Dimension dimension : by) {
            covers |= dimension.covers();
        }
        Sql sql = new Sql().add("(i.covers & ?) = ?", covers, covers);
        for (Condition condition : conditions) {
            if (condition.certain() != null) {
                sql.add(" AND ").add(condition.certain());
            }
        }
        return sql;
    }

    /** {@code FROM} and {@code WHERE}. */
    Sql rows() {
        Sql sql = new Sql().add(" FROM " + unit.table() + " i");
        if (joined) {
            sql.add(
                    " JOIN " + unit.parts() + " f ON f." + unit.table()
                            + " = i.unit AND f.valid_from <= ? AND f.valid_to > ?",
                    index,
                    index);
        }
        sql.add(" WHERE i.valid_from <= ? AND i.valid_to > ? AND NOT i.skipped", index, index);
        if (unit.isPart()) {
            sql.add(" AND f.real");
        }
        for (Condition condition : conditions) {
            sql.add(" AND ").add(condition.holds());
        }
        return sql;
    }
}
