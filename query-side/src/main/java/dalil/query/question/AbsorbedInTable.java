package dalil.query.question;

import dalil.query.facts.FactsTable;
import dalil.query.record.AbsorbedRecords;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Mergers as tallies count them. Only the absorbed record's own stream tells of a merger, so that the one that stands for it is found in
 * the table, and records are read as far as that has come.
 */
public final class AbsorbedInTable implements AbsorbedRecords {

    private static final String ABSORBED = "SELECT other.id, other.merged_into, other.merged_since"
            + " FROM (SELECT unnest(absorbed) AS id FROM %1$s WHERE unit = ? AND valid_from <= ? AND valid_to > ?)"
            + " JOIN %1$s other USING (id) WHERE other.valid_from <= ? AND other.valid_to > ?";

    private final FactsTable table;
    private final Moments moments;

    public AbsorbedInTable(FactsTable table, Moments moments) {
        this.table = table;
        this.moments = moments;
    }

    private record Merger(String into, long since) {}

    @Override
    public long position(@Nullable String asOf, @Nullable String atLeast) {
        return moments.of(given(asOf), given(atLeast));
    }

    private static @Nullable String given(@Nullable String parameter) {
        return parameter == null || parameter.isEmpty() ? null : parameter;
    }

    @Override
    public List<Absorbed> of(String kind, long unit, long position) {
        Map<String, Merger> mergers = table.read(position, connection -> mergers(connection, kind, unit, position));
        return mergers.keySet().stream()
                .map(id -> new Absorbed(id, since(id, mergers)))
                .sorted(Comparator.comparingLong(Absorbed::since).thenComparing(Absorbed::id))
                .toList();
    }

    /** @param kind also the name of the table */
    private static Map<String, Merger> mergers(Connection connection, String kind, long unit, long position)
            throws SQLException {
        Map<String, Merger> mergers = new HashMap<>();
        try (PreparedStatement statement = new Sql()
                        .add(ABSORBED.formatted(kind), unit, position, position, position, position)
                        .prepare(connection);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                mergers.put(
                        Objects.requireNonNull(row.getString(1)),
                        new Merger(Objects.requireNonNull(row.getString(2)), row.getLong(3)));
            }
        }
        return mergers;
    }

    /** The last merger on the way from a record to the one that stands for all. */
    private static long since(String id, Map<String, Merger> mergers) {
        long since = -1;
        for (@Nullable Merger next = mergers.get(id); next != null; next = mergers.get(next.into())) {
            since = Math.max(since, next.since());
        }
        return since;
    }
}
