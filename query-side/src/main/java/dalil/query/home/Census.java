package dalil.query.home;

import dalil.query.facts.FactsTable;
import dalil.query.home.Holdings.Dataset;
import dalil.query.question.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Counts what no tally does: sources and datasets. */
final class Census {

    private static final String IN_FORCE = "valid_from <= ? AND valid_to > ?";
    private static final String SOURCES = "SELECT count(*) FROM source WHERE " + IN_FORCE;
    private static final String DATASETS = "SELECT d.id, d.unit, d.as_of, count(l.incident) FROM dataset d"
            + " LEFT JOIN (FROM listing WHERE " + IN_FORCE + ") l ON l.dataset = d.unit"
            + " WHERE d.valid_from <= ? AND d.valid_to > ? GROUP BY ALL ORDER BY d.unit";

    private final FactsTable table;

    Census(FactsTable table) {
        this.table = table;
    }

    /** What was counted. */
    record Count(long sources, List<Dataset> datasets) {}

    /** What there is at an index that the table has reached. */
    Count count(long index) {
        return table.read(index, connection -> new Count(sources(connection, index), datasets(connection, index)));
    }

    private static long sources(Connection connection, long index) throws SQLException {
        try (PreparedStatement statement = new Sql().add(SOURCES, index, index).prepare(connection);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private List<Dataset> datasets(Connection connection, long index) throws SQLException {
        List<Dataset> datasets = new ArrayList<>();
        try (PreparedStatement statement =
                        new Sql().add(DATASETS, index, index, index, index).prepare(connection);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                String name = table.words().word(row.getInt(2));
                datasets.add(new Dataset(row.getString(1), name, row.getString(3), row.getLong(4)));
            }
        }
        return datasets;
    }
}
