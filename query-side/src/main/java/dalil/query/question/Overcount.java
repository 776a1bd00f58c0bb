package dalil.query.question;

import dalil.query.question.Breakdown.Numbers;
import dalil.query.question.Breakdown.Undecided;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * By how many people or incidents the corroborated number of a cell is too high, because records that may be about the same one stand in it
 * side by side. They are counted once there, and one by one in what is reported.
 */
final class Overcount {

    private static final Overcount NONE = new Overcount(Map.of());

    /** By cell, the units of each group that hangs together; the total is the cell without a key. */
    private final Map<List<Integer>, Map<Long, Set<Long>>> groups;

    private Overcount(Map<List<Integer>, Map<Long, Set<Long>>> groups) {
        this.groups = groups;
    }

    static Overcount of(Unit unit, CellCount count, int dimensions, Connection connection, long index)
            throws SQLException {
        Map<Long, Long> candidates = OpenCandidates.of(unit, connection, index);
        if (candidates.isEmpty()) {
            return NONE;
        }
        Map<List<Integer>, Map<Long, Set<Long>>> groups = new HashMap<>();
        try (PreparedStatement statement =
                        count.corroborated(candidates.keySet()).prepare(connection);
                ResultSet found = statement.executeQuery()) {
            while (found.next()) {
                List<Integer> keys = new ArrayList<>();
                for (int i = 0; i < dimensions && !found.getBoolean(1); i++) {
                    keys.add(found.getInt(i + 2));
                }
                long each = found.getLong(dimensions + 2);
                groups.computeIfAbsent(keys, any -> new HashMap<>())
                        .computeIfAbsent(candidates.getOrDefault(each, each), any -> new TreeSet<>())
                        .add(each);
            }
        }
        return new Overcount(groups);
    }

    Numbers lessInTotal(Numbers numbers) {
        return less(List.of(), numbers);
    }

    Numbers less(int[] keys, Numbers numbers) {
        if (groups.isEmpty()) {
            return numbers;
        }
        List<Integer> cell = new ArrayList<>();
        for (int key : keys) {
            cell.add(key);
        }
        return less(cell, numbers);
    }

    private Numbers less(List<Integer> cell, Numbers numbers) {
        long tooMany = groups.getOrDefault(cell, Map.of()).values().stream()
                .mapToLong(group -> group.size() - 1L)
                .sum();
        return new Numbers(numbers.corroborated() - tooMany, numbers.reported());
    }

    Undecided undecided() {
        long records = 0;
        long countedAs = 0;
        for (Set<Long> group : groups.getOrDefault(List.of(), Map.of()).values()) {
            if (group.size() > 1) {
                records += group.size();
                countedAs++;
            }
        }
        return new Undecided(records, countedAs);
    }
}
