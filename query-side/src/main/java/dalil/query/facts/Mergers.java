package dalil.query.facts;

import dalil.events.Fact;
import dalil.events.merger.MergerChange;
import dalil.query.record.RecordState;
import dalil.query.record.Together;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which records are merged into which. A merger holds between two records that both stand and are of one person or one incident each. Two people may
 * merge two records into each other at once: of the mergers in a circle all hold but the one that came last.
 */
final class Mergers {

    /** A record that is read and counted as another, since an index. */
    record Member(String id, long since) {}

    private record Merger(String into, long index) {}

    private final Map<String, Merger> asked = new HashMap<>();
    private final Map<String, Set<String>> into = new HashMap<>();
    private final Set<String> closed = new HashSet<>();
    private final Map<String, Long> held = new HashMap<>();

    /** As a table tells it; {@code since} is -1 of a merger that does not hold. */
    void restore(String id, String target, long index, long since) {
        ask(id, new Merger(target, index));
        if (since >= 0) {
            held.put(id, since);
        }
    }

    /** What a fact of a record says of its mergers, if it says anything. */
    void take(String id, Fact fact, long index) {
        if (fact instanceof MergerChange.MergedInto merged) {
            merge(id, merged.into(), index);
        } else if (fact instanceof MergerChange.Unmerged) {
            unmerge(id, index);
        }
    }

    void merge(String id, String target, long index) {
        change(id, index, () -> {
            forget(id);
            ask(id, new Merger(target, index));
        });
    }

    void unmerge(String id, long index) {
        change(id, index, () -> forget(id));
    }

    /** No merger with this record holds, into it or out of it: it was retracted, or is a group. */
    void close(String id, long index) {
        change(id, index, () -> closed.add(id));
    }

    /** As a table tells it. */
    void restoreClosed(String id) {
        closed.add(id);
    }

    private void change(String id, long index, Runnable change) {
        Set<String> beside = beside(id);
        change.run();
        beside.addAll(beside(id));
        for (String other : beside) {
            if (!holds(other)) {
                held.remove(other);
            } else {
                held.putIfAbsent(other, index);
            }
        }
    }

    private void ask(String id, Merger merger) {
        asked.put(id, merger);
        into.computeIfAbsent(merger.into(), any -> new TreeSet<>()).add(id);
    }

    private void forget(String id) {
        Merger before = asked.remove(id);
        held.remove(id);
        if (before != null) {
            Set<String> others = into.getOrDefault(before.into(), Set.of());
            others.remove(id);
            if (others.isEmpty()) {
                into.remove(before.into());
            }
        }
    }

    boolean isClosed(String id) {
        return closed.contains(id);
    }

    /** Ledger index since when another record stands for this one; -1 while it stands for itself. */
    long since(String id) {
        return held.getOrDefault(id, -1L);
    }

    /** Whether nothing was ever asked of this record, or of another with it, that stands. */
    boolean isAlone(String id) {
        return !asked.containsKey(id) && !into.containsKey(id);
    }

    /** Ledger index since when {@link #root} stands for this record; -1 while it stands for itself. */
    long rootSince(String id) {
        long since = -1;
        String at = id;
        for (Merger next = effective(at); next != null; next = effective(at)) {
            since = Math.max(since, since(at));
            at = next.into();
        }
        return since;
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
        return held.containsKey(id) ? asked.get(id) : null;
    }

    private boolean holds(String id) {
        Merger merger = fit(id);
        List<String> circle = circle(id);
        return merger != null && (circle.isEmpty() || circle.stream().anyMatch(other -> index(other) > merger.index()));
    }

    private long index(String id) {
        Merger merger = asked.get(id);
        return merger == null ? -1 : merger.index();
    }

    /** What was asked of a record, if both ends of it can be merged. */
    private @Nullable Merger fit(String id) {
        Merger merger = asked.get(id);
        return merger == null || closed.contains(id) || closed.contains(merger.into()) ? null : merger;
    }

    /** The records on the circle that goes through this one; none if there is no such circle. */
    private List<String> circle(String id) {
        Set<String> passed = new LinkedHashSet<>();
        String at = id;
        for (Merger next = fit(at); next != null && passed.add(at); next = fit(at)) {
            at = next.into();
        }
        return at.equals(id) ? List.copyOf(passed) : List.of();
    }

    /**
     * A record with those that it stands for. In the middle of a chain it is counted nowhere, and has none: nobody would keep them in step
     * there.
     *
     * @param states of the others, by their UUID
     */
    <S extends RecordState> Together<S> together(String id, S own, Function<String, S> states) {
        List<Member> members = since(id) < 0 ? members(id) : List.of();
        return new Together<>(
                own,
                members.stream()
                        .map(member -> new Together.Absorbed<>(states.apply(member.id()), member.since()))
                        .toList());
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
            if (held.containsKey(other)) {
                long from = Math.max(since, since(other));
                members.add(new Member(other, from));
                collect(other, from, members);
            }
        }
    }

    /** The record and every other whose merger may begin or cease to hold with one of its facts. */
    private Set<String> beside(String id) {
        Set<String> beside = new TreeSet<>(circle(id));
        beside.add(id);
        beside.addAll(into.getOrDefault(id, Set.of()));
        return beside;
    }

    /** Every record whose counting may change with this fact of one of them. */
    Set<String> around(String id, Fact fact) {
        Set<String> around = around(id);
        if (fact instanceof MergerChange.MergedInto merged) {
            around.add(merged.into());
            around.add(root(merged.into()));
        }
        return around;
    }

    /** Every record whose counting may change with a fact of this one: those beside it, and what stands for them. */
    Set<String> around(String id) {
        Set<String> around = beside(id);
        Merger merger = asked.get(id);
        if (merger != null) {
            around.add(merger.into());
        }
        List.copyOf(around).forEach(other -> around.add(root(other)));
        return around;
    }
}
