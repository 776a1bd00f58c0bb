package dalil.query.timeline;

import dalil.query.facts.FactsTable;
import dalil.query.unit.DayKeys;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of people and when, one entry for each telling of it, in the order of time. */
public final class OutcomeSteps {

    private final FactsTable table;

    public OutcomeSteps(FactsTable table) {
        this.table = table;
    }

    /**
     * One telling.
     *
     * @param casualty UUID of the person's or the group's record
     * @param certain whether nobody disputes it
     * @param earliest first day on which it can have been; null where open
     * @param latest last day; where nobody said when it was, the day on which it was said
     */
    public record Step(
            String casualty,
            String outcome,
            boolean certain,
            @Nullable String earliest,
            @Nullable String latest,
            int least,
            int greatest) {}

    /** At most so many, as of an index; those without any day are left out. */
    public List<Step> read(long index, int most) {
        return table.read(index, connection -> steps(connection, index, most));
    }

    private List<Step> steps(Connection connection, long index, int most) throws SQLException {
        List<Step> steps = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("SELECT id, s, f, t, least, greatest FROM ("
                + "SELECT id, unit, least, greatest, unnest(step) AS s, unnest(step_from) AS f, unnest(step_to) AS t"
                + " FROM casualty WHERE valid_from <= ? AND valid_to > ? AND NOT skipped) WHERE f > ? OR t < ?"
                + " ORDER BY t, f, unit, s LIMIT ?")) {
            statement.setLong(1, index);
            statement.setLong(2, index);
            statement.setInt(3, DayKeys.FIRST);
            statement.setInt(4, DayKeys.LAST);
            statement.setInt(5, most);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    int cell = row.getInt(2);
                    steps.add(new Step(
                            row.getString(1),
                            table.words().word(cell >> 1),
                            (cell & 1) == 1,
                            day(row.getInt(3)),
                            day(row.getInt(4)),
                            row.getInt(5),
                            row.getInt(6)));
                }
            }
        }
        return steps;
    }

    private static @Nullable String day(int day) {
        return day == DayKeys.FIRST || day == DayKeys.LAST
                ? null
                : DayKeys.date(day).toString();
    }
}
