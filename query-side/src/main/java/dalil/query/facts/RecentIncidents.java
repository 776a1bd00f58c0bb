package dalil.query.facts;

import dalil.query.record.IncidentState;
import dalil.query.unit.Units;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The states of the incidents that facts came for last; any other is folded again from the ledger. */
final class RecentIncidents {

    /** @param units as they stand in the table or in the batch; null before the first fact */
    record Entry(IncidentState state, @Nullable Units units) {}

    private final Map<String, Entry> entries;

    RecentIncidents(int most) {
        this.entries = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Entry> eldest) {
                return size() > most;
            }
        };
    }

    @Nullable Entry find(String stream) {
        return entries.get(stream);
    }

    void put(String stream, Entry entry) {
        entries.put(stream, entry);
    }
}
