package dalil.query.question;

/**
 * How many ultimate origins the sources have who said something that stands: each is followed to the source that saw, measured or decided
 * it itself. Unknown ends, circles and what leads nowhere add nothing. The ends are found at the index that is asked about, since a
 * correction of one source moves those of all that have it from there.
 */
final class Origins {

    static final String NAME = "origins";

    /**
     * The cell beside each row of {@code i}. It is certain where the sources that the review relied on have the same ends as all that
     * stand: then the reviewer found these origins and no other. A record without any end on either side is not among the counted.
     */
    static final String CELL = "coalesce(o.origins, 1)";

    /** Longer than any chain of hearsay that means something; as long as a source's own answer follows it. */
    private static final int LONGEST = 64;

    private static final String ENDS = "WITH RECURSIVE step(source, holder, origin, passed) AS ("
            + "SELECT s.unit, s.unit, CASE WHEN s.origin = s.id THEN 'self' ELSE s.origin END, 1 FROM source s"
            + " WHERE s.valid_from <= ? AND s.valid_to > ?"
            + " UNION ALL SELECT step.source, s.unit, CASE WHEN s.origin = s.id THEN 'self' ELSE s.origin END, step.passed + 1"
            + " FROM step JOIN source s ON s.id = step.origin"
            + " WHERE s.valid_from <= ? AND s.valid_to > ? AND step.passed < ?)"
            + ", ends AS (SELECT source, holder FROM step WHERE origin = 'self')";

    private Origins() {}

    /** A join that gives {@code o.origins}, a cell, to each row of {@code i}. */
    static Sql beside(Unit unit, long index) {
        Sql named = new Sql()
                .add(of(unit, "heard", true), index, index)
                .add(" UNION ALL ")
                .add(of(unit, "relied_on", false), index, index);
        return new Sql()
                .add(" LEFT JOIN (")
                .add(ENDS, index, index, index, index, LONGEST)
                .add(
                        " SELECT unit, CAST(count(*) FILTER (WHERE standing) AS INTEGER) * 2"
                                + " + CASE WHEN bool_and(standing AND relied_on) THEN 1 ELSE 0 END AS origins"
                                + " FROM (SELECT n.unit, bool_or(n.standing) AS standing, bool_or(NOT n.standing) AS relied_on FROM (")
                .add(named)
                .add(
                        ") n JOIN ends e ON e.source = n.source GROUP BY n.unit, e.holder) GROUP BY unit) o ON o.unit = i.unit");
    }

    private static String of(Unit unit, String column, boolean standing) {
        return "SELECT unit, unnest(" + column + ") AS source, " + standing + " AS standing FROM " + unit.table()
                + " WHERE valid_from <= ? AND valid_to > ? AND NOT skipped";
    }
}
