package dalil.query.facts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which records are merged into which. Two people may merge two records into each other at once: of the mergers in a circle all hold
 * but the one that came last.
 */
final class Mergers {

    /**
     * One record merged into another.
     *
     * @param since ledger index of the fact
     */
    record Merger(String into, long since) {}

    /** A record that is read and counted as another, from an index on. */
    record Member(String id, long since) {}

    private final Map<String, Merger> raw = new HashMap<>();
    private final Map<String, Set<String>> into = new HashMap<>();
    private final Set<String> closed = new HashSet<>();

    void merge(String id, String target, long since) {
        unmerge(id);
        raw.put(id, new Merger(target, since));
        into.computeIfAbsent(target, any -> new TreeSet<>()).add(id);
    }

    void unmerge(String id) {
        Merger before = raw.remove(id);
        if (before != null) {
            Set<String> others = into.getOrDefault(before.into(), Set.of());
            others.remove(id);
            if (others.isEmpty()) {
                into.remove(before.into());
            }
        }
    }

    /** Nothing can be merged into this record: it was retracted, or is a group. */
    void close(String id) {
        closed.add(id);
    }

    /** What this record was merged into directly, whether that holds or not; null if into none. */
    @Nullable Merger of(String id) {
        return raw.get(id);
    }

    /** The record that stands for this one: itself, unless it is merged. */
    String root(String id) {
        String at = id;
        for (Merger next = effective(at); next != null; next = effective(at)) {
            at = next.into();
        }
        return at;
    }

    private @Nullable Merger effective(String id) {
        Merger merger = raw.get(id);
        return merger == null || closed.contains(merger.into()) || closesACircle(id, merger) ? null : merger;
    }

    private boolean closesACircle(String id, Merger merger) {
        Set<String> seen = new HashSet<>(Set.of(id));
        long last = merger.since();
        String at = merger.into();
        while (seen.add(at)) {
            Merger next = raw.get(at);
            if (next == null || closed.contains(next.into())) {
                return false;
            }
            last = Math.max(last, next.since());
            at = next.into();
        }
        return at.equals(id) && last == merger.since();
    }

    /** Every record that this one stands for, in the order in which they came to it. */
    List<Member> members(String id) {
        List<Member> members = new ArrayList<>();
        collect(id, -1, members);
        members.sort(Comparator.comparingLong(Member::since).thenComparing(Member::id));
        return members;
    }

    private void collect(String id, long since, List<Member> members) {
        for (String other : into.getOrDefault(id, Set.of())) {
            Merger merger = effective(other);
            if (merger != null
                    && members.stream().noneMatch(member -> member.id().equals(other))) {
                long from = Math.max(since, merger.since());
                members.add(new Member(other, from));
                collect(other, from, members);
            }
        }
    }

    /** Every record whose counting may change with a fact of this one: those around it, and what stands for them. */
    Set<String> around(String id) {
        Set<String> around = new TreeSet<>(List.of(id, root(id)));
        for (String other : into.getOrDefault(id, Set.of())) {
            around.add(other);
            around.add(root(other));
        }
        Merger merger = raw.get(id);
        if (merger != null) {
            around.add(merger.into());
            around.add(root(merger.into()));
        }
        return around;
    }
}
