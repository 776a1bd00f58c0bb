package dalil.command.imports;

import dalil.command.KnownRecords;
import dalil.command.Streams;
import dalil.command.dataset.ListedBefore;
import dalil.command.imports.ImportReport.NoLonger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which records the files list: of each row, what it gave last. */
final class Listing {

    private final Map<String, List<String>> byRow = new HashMap<>();
    private final Set<String> doubtful = new HashSet<>();

    /** The row gives these records and no others. */
    synchronized void gives(String row, List<String> records) {
        byRow.put(row, records);
    }

    /** The row gives nothing any more, or is gone. */
    synchronized void givesNothing(String row) {
        byRow.remove(row);
    }

    /** The row could not be recorded: its publisher lists what it is about, and it may be on record from before. */
    synchronized void rejected(String row, List<String> records) {
        if (!row.isEmpty()) {
            Set<String> all = new LinkedHashSet<>(byRow.getOrDefault(row, List.of()));
            all.addAll(records);
            byRow.put(row, List.copyOf(all));
            doubtful.addAll(records);
        }
    }

    /** These may not be on record. */
    synchronized void doubt(List<String> records) {
        doubtful.addAll(records);
    }

    /** UUIDs of the records that are listed and on record, sorted. */
    synchronized List<String> ids(KnownRecords known) {
        doubtful.removeIf(known::exists);
        List<String> ids = new ArrayList<>();
        for (List<String> records : byRow.values()) {
            for (String record : records) {
                if (!doubtful.contains(record)) {
                    ids.add(Streams.id(record));
                }
            }
        }
        ids.sort(null);
        return ids;
    }

    /**
     * How many records were listed before and are not now.
     *
     * @param kinds of record of which these files speak
     */
    NoLonger noLonger(ListedBefore before, List<String> kinds, KnownRecords known) {
        Set<String> now = new HashSet<>(ids(known));
        Map<String, Long> gone = new HashMap<>();
        for (String id : before.ids()) {
            if (!now.contains(id)) {
                kinds.stream()
                        .filter(kind -> known.exists(kind + "/" + id))
                        .findFirst()
                        .ifPresent(kind -> gone.merge(kind, 1L, Long::sum));
            }
        }
        return new NoLonger(
                gone.getOrDefault("incident", 0L), gone.getOrDefault("casualty", 0L), gone.getOrDefault("figure", 0L));
    }
}
