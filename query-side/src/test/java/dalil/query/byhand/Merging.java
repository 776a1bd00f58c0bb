package dalil.query.byhand;

import dalil.events.casualty.CasualtyFact;
import dalil.events.incident.IncidentFact;
import dalil.events.merger.MergerChange;
import dalil.query.facts.FactSource.SourcedFact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Who is merged into whom, told again from the first fact on. A merger holds between two records of one person or one incident each that
 * both stand; of those that would close a circle the lowest indexes win.
 */
public final class Merging {

    /** A record in another, and since when that has held without a break. */
    public record Read(String id, long since) {}

    private record Merger(String of, String into, long index) {}

    private final String streams;
    private final List<Merger> asked = new ArrayList<>();
    private final Set<String> unfit = new HashSet<>();
    private final Map<Merger, Long> holding = new HashMap<>();

    /** @param streams how the streams of its records begin */
    public Merging(String streams) {
        this.streams = streams;
    }

    public void take(SourcedFact sourced) {
        String id = Objects.requireNonNull(sourced.stream()).substring(streams.length());
        Object fact = sourced.fact();
        if (fact instanceof MergerChange.MergedInto merged) {
            asked.add(new Merger(id, merged.into(), sourced.index()));
        } else if (fact instanceof MergerChange.Unmerged) {
            asked.removeIf(merger -> merger.of().equals(id));
        } else if (fact instanceof CasualtyFact.Retracted
                || fact instanceof IncidentFact.Retracted
                || fact instanceof CasualtyFact.Recorded recorded
                        && recorded.unit().equals("group")) {
            unfit.add(id);
        } else {
            return;
        }
        decide(sourced.index());
    }

    private void decide(long index) {
        Map<Merger, Long> before = Map.copyOf(holding);
        holding.clear();
        for (Merger merger : asked) {
            boolean fit = !unfit.contains(merger.of()) && !unfit.contains(merger.into());
            if (fit && !root(merger.into()).equals(merger.of())) {
                holding.put(merger, before.getOrDefault(merger, index));
            }
        }
    }

    /** Whether the record is nobody's to be read with: it was retracted, or is a group. */
    boolean isUnfit(String id) {
        return unfit.contains(id);
    }

    /** The record that stands for this one. */
    public String root(String id) {
        for (Merger merger : holding.keySet()) {
            if (merger.of().equals(id)) {
                return root(merger.into());
            }
        }
        return id;
    }

    /** Since when that has been so without a break; -1 where it stands for itself. */
    long since(String id) {
        for (Map.Entry<Merger, Long> each : holding.entrySet()) {
            if (each.getKey().of().equals(id)) {
                return Math.max(each.getValue(), since(each.getKey().into()));
            }
        }
        return -1;
    }

    /** Every record that this one stands for, in the order in which they came to it. */
    public List<Read> with(String id) {
        List<Read> found = new ArrayList<>();
        collect(id, -1, found);
        found.sort(Comparator.comparingLong(Read::since).thenComparing(Read::id));
        return found;
    }

    private void collect(String id, long since, List<Read> found) {
        holding.forEach((merger, held) -> {
            if (merger.into().equals(id)) {
                long from = Math.max(since, held);
                found.add(new Read(merger.of(), from));
                collect(merger.of(), from, found);
            }
        });
    }
}
