package dalil.query.facts;

import dalil.query.unit.UnitRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a batch does to the versions of one kind of unit. */
final class Versions<R extends UnitRow> {

    private final List<Version<R>> ended = new ArrayList<>();
    private final Map<Long, Version<R>> open = new LinkedHashMap<>();
    private final Map<Long, Long> endedBefore = new LinkedHashMap<>();

    /** The unit is like this from now on. */
    void start(R row, long index) {
        open.put(row.unit(), new Version<>(row, index, Tables.OPEN));
    }

    /** The unit is no longer like it was, whether that came in this batch or stands in the table. */
    void end(long unit, long index) {
        Version<R> version = open.remove(unit);
        if (version == null) {
            endedBefore.put(unit, index);
        } else if (version.from() < index) {
            ended.add(version.endedAt(index));
        }
    }

    /** New rows that ended within the batch. */
    Collection<Version<R>> ended() {
        return ended;
    }

    /** New rows that are in force. */
    Collection<Version<R>> open() {
        return open.values();
    }

    /** Units whose version in the table ends, and where. */
    Map<Long, Long> endedBefore() {
        return endedBefore;
    }
}
