package dalil.query.question;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Records of one kind at an index of which some may be one person or one incident, while nobody decided that. */
final class OpenCandidates {

    private static final String PAIRS =
            "SELECT one, other FROM candidate WHERE kind = ? AND valid_from <= ? AND valid_to > ?";
    private static final String RECORDS = "SELECT unit, id, merged_into, merged_since >= 0, closed FROM %s"
            + " WHERE valid_from <= ? AND valid_to > ? AND id IN (SELECT unnest(";

    private final Unit unit;
    private final Connection connection;
    private final long index;
    private final Map<String, Standing> records = new HashMap<>();

    private OpenCandidates(Unit unit, Connection connection, long index) {
        this.unit = unit;
        this.connection = connection;
        this.index = index;
    }

    /** @param into UUID of the record that stands for this one; null while it stands for itself */
    private record Standing(long unit, @Nullable String into, boolean closed) {}

    /**
     * Which may be the same as which: by the number of each, one number for all that hang together. What is nobody's candidate is not in
     * it; nobody ever said of two uses of force that they may be one.
     */
    static Map<Long, Long> of(Unit unit, Connection connection, long index) throws SQLException {
        OpenCandidates open = new OpenCandidates(unit, connection, index);
        List<List<String>> pairs = unit.isPart() ? List.of() : open.pairs();
        return pairs.isEmpty() ? Map.of() : open.together(pairs);
    }

    private List<List<String>> pairs() throws SQLException {
        List<List<String>> pairs = new ArrayList<>();
        try (PreparedStatement statement =
                        new Sql().add(PAIRS, unit.table(), index, index).prepare(connection);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                pairs.add(List.of(rows.getString(1), rows.getString(2)));
            }
        }
        return pairs;
    }

    private Map<Long, Long> together(List<List<String>> pairs) throws SQLException {
        Set<String> unread = new HashSet<>();
        pairs.forEach(unread::addAll);
        while (!unread.isEmpty()) {
            read(unread);
            unread.clear();
            for (Standing standing : records.values()) {
                if (standing.into() != null && !records.containsKey(standing.into())) {
                    unread.add(standing.into());
                }
            }
        }
        Map<Long, Long> of = new LinkedHashMap<>();
        for (List<String> pair : pairs) {
            Standing one = root(pair.get(0));
            Standing other = root(pair.get(1));
            if (one != null && other != null && one.unit() != other.unit()) {
                long first = Math.min(end(of, one.unit()), end(of, other.unit()));
                long second = Math.max(end(of, one.unit()), end(of, other.unit()));
                of.put(first, first);
                of.put(second, first);
                of.putIfAbsent(one.unit(), first);
                of.putIfAbsent(other.unit(), first);
            }
        }
        of.replaceAll((unit, any) -> end(of, unit));
        return of;
    }

    private static long end(Map<Long, Long> of, long unit) {
        long at = unit;
        for (Long next = of.get(at); next != null && next != at; next = of.get(at)) {
            at = next;
        }
        return at;
    }

    /** What stands for a record; null where that is not of one alone, or nothing. */
    private @Nullable Standing root(String id) {
        Standing at = records.get(id);
        while (at != null && at.into() != null) {
            at = records.get(at.into());
        }
        return at == null || at.closed() ? null : at;
    }

    private void read(Collection<String> ids) throws SQLException {
        Set<String> missing = new HashSet<>(ids);
        try (PreparedStatement statement = new Sql()
                        .add(RECORDS.formatted(unit.table()), index, index)
                        .list(ids)
                        .add("))")
                        .prepare(connection);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                String id = Objects.requireNonNull(row.getString(2));
                missing.remove(id);
                records.put(
                        id,
                        new Standing(row.getLong(1), row.getBoolean(4) ? row.getString(3) : null, row.getBoolean(5)));
            }
        }
        missing.forEach(id -> records.put(id, new Standing(-1, null, true)));
    }
}
