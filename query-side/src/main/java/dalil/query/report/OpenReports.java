package dalil.query.report;

import dalil.events.claim.ClaimValue.Word;
import dalil.events.report.ReportFact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The reports that nobody has worked up or set aside, as the facts up to one index make them. It keeps so many and no more: the newest
 * beyond that are left out, and it says so.
 */
public final class OpenReports {

    private static final Set<String> URGENT = Set.of("danger-now/yes", "care-now/yes", "caller-safety/in-danger-now");

    private static final long NONE = -1;

    private final int most;
    private final TreeMap<Long, Entry> byIndex = new TreeMap<>();
    private final Map<String, Entry> byStream = new HashMap<>();
    private long next;
    private int urgent;
    private long firstLeftOut = NONE;

    /** @param most how many are kept */
    OpenReports(int most) {
        this.most = most;
    }

    /**
     * A report that is still to be worked up.
     *
     * @param index of the fact that took it
     * @param urgent whether somebody was in danger or needed care
     */
    public record Entry(long index, String stream, boolean urgent) {}

    /**
     * Some of them, and what there is in all.
     *
     * @param position index of the last fact that this reflects; -1 if none
     * @param complete false where more are open than are kept
     */
    public record Page(long position, int open, int urgent, boolean complete, List<Entry> entries) {}

    /** Index of the fact that comes next. */
    synchronized long next() {
        return next;
    }

    /**
     * Goes back to the first that was left out, once half of those that are kept are done. Each time that is a later one, so this ends
     * however many there are.
     */
    synchronized void goBackIfThereIsRoom() {
        if (firstLeftOut != NONE && byIndex.size() <= most / 2) {
            next = firstLeftOut;
            firstLeftOut = NONE;
        }
    }

    /** The next fact, if it is about a report. */
    synchronized void apply(long index, String stream, ReportFact fact) {
        if (fact instanceof ReportFact.Taken taken) {
            if (firstLeftOut != NONE) {
                return;
            }
            if (byIndex.size() == most) {
                firstLeftOut = index;
                return;
            }
            Entry entry = new Entry(index, stream, isUrgent(taken));
            byIndex.put(index, entry);
            byStream.put(stream, entry);
            urgent += entry.urgent() ? 1 : 0;
            return;
        }
        if (fact instanceof ReportFact.ConsentChanged) {
            return; // still to be worked up, as far as consent goes
        }
        Entry done = byStream.remove(stream);
        if (done != null) {
            byIndex.remove(done.index());
            urgent -= done.urgent() ? 1 : 0;
        }
    }

    /** Everything before this index has been looked at. */
    synchronized void reached(long index) {
        next = index;
    }

    /**
     * The oldest first; empty if not so much has been looked at yet.
     *
     * @param size of the ledger that this has to reflect
     * @param after index of the last one that was seen
     */
    synchronized Optional<Page> page(long size, long after, boolean onlyUrgent, int limit) {
        if (next < size) {
            return Optional.empty();
        }
        List<Entry> entries = new ArrayList<>();
        for (Entry entry : byIndex.tailMap(after, false).values()) {
            if (entries.size() == limit) {
                break;
            }
            if (entry.urgent() || !onlyUrgent) {
                entries.add(entry);
            }
        }
        return Optional.of(new Page(next - 1, byIndex.size(), urgent, firstLeftOut == NONE, entries));
    }

    private static boolean isUrgent(ReportFact.Taken taken) {
        return taken.answers().stream()
                .anyMatch(answered -> answered.value() instanceof Word word
                        && URGENT.contains(answered.question() + "/" + word.word()));
    }
}
