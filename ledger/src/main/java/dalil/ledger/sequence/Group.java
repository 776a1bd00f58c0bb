package dalil.ledger.sequence;

import dalil.ledger.Appended;
import dalil.ledger.Head;
import dalil.ledger.RequestAnswer;
import dalil.ledger.RequestInProgress;
import dalil.ledger.fault.AppendConflict;
import dalil.ledger.fault.AppendConflict.Key;
import dalil.ledger.fault.RequestAlreadyKnown;
import dalil.ledger.record.RecordCodec;
import dalil.ledger.store.Block;
import dalil.ledger.store.PreparedAppend;
import dalil.ledger.store.PreparedFact;
import dalil.ledger.store.StoredKeys;
import dalil.transparency.tree.CompactRange;
import dalil.transparency.tree.Hash;
import dalil.transparency.tree.Hashes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Appends that become one block. Each is taken or refused as a whole and for itself: a duplicate, be it of something stored or of
 * something in the same group, does not touch the others. Nobody is answered before the block is durable, because a refusal may
 * rest on a fact in it.
 */
final class Group {

    private final StoredKeys stored;
    private final Head before;
    private final long recorded;
    private CompactRange range;
    private long highestAt;

    private final List<Block.Entry> entries = new ArrayList<>();
    private final List<Block.Request> requests = new ArrayList<>();
    private final List<CompactRange> milestones = new ArrayList<>();
    private final List<Runnable> answers = new ArrayList<>();

    private final Set<String> events = new HashSet<>();
    private final Set<String> begun = new HashSet<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private final Map<UUID, RequestAnswer> answered = new HashMap<>();

    /**
     * @param recorded the time all facts of the group are recorded at
     * @param highestAt the greatest {@code at} of all facts before
     */
    Group(StoredKeys stored, Head before, long recorded, long highestAt) {
        this.stored = stored;
        this.before = before;
        this.recorded = recorded;
        this.range = before.range();
        this.highestAt = highestAt;
    }

    /** Takes an append into the block or settles its refusal. */
    void add(Pending pending) {
        PreparedAppend append = pending.append();
        try {
            refuseKnownRequest(append.request());
            refuseTakenKeys(append.facts());
        } catch (AppendConflict | RequestAlreadyKnown refusal) {
            answers.add(() -> pending.refuse(refusal));
            return;
        }
        Appended appended = new Appended(range.size(), append.facts().size());
        append.facts().forEach(this::place);
        RequestInProgress request = append.request();
        if (request != null) {
            RequestAnswer answer = new RequestAnswer(request.digest(), appended.firstIndex(), appended.count());
            requests.add(new Block.Request(request.id(), answer));
            answered.put(request.id(), answer);
        }
        answers.add(() -> pending.succeed(appended));
    }

    // First: whoever repeats a request clashes on its sequences too, and must hear of the request.
    private void refuseKnownRequest(@Nullable RequestInProgress request) {
        if (request == null) {
            return;
        }
        RequestAnswer here = answered.get(request.id());
        RequestAnswer known = here != null ? here : stored.request(request.id()).orElse(null);
        if (known != null) {
            throw new RequestAlreadyKnown(request.id(), known);
        }
    }

    private void refuseTakenKeys(List<PreparedFact> facts) {
        Set<String> ids = new HashSet<>();
        Set<String> begins = new HashSet<>();
        Map<String, Long> last = new HashMap<>();
        for (int position = 0; position < facts.size(); position++) {
            PreparedFact fact = facts.get(position);
            if (!ids.add(fact.id()) || events.contains(fact.id()) || stored.hasEvent(fact.id())) {
                throw new AppendConflict(Key.EVENT_ID, position, "event id " + fact.id() + " is taken");
            }
            String stream = fact.stream();
            if (stream != null) {
                OptionalLong end = last.containsKey(stream) ? OptionalLong.of(last.get(stream)) : lastSequence(stream);
                if (end.isPresent() && fact.sequence() != end.getAsLong() + 1) {
                    throw new AppendConflict(
                            Key.SEQUENCE,
                            position,
                            "stream " + stream + " ends at " + end.getAsLong() + ", offered " + fact.sequence());
                }
                if (end.isEmpty()) {
                    begins.add(stream);
                }
                last.put(stream, fact.sequence());
            }
        }
        events.addAll(ids);
        begun.addAll(begins);
        sequences.putAll(last);
    }

    private OptionalLong lastSequence(String stream) {
        Long here = sequences.get(stream);
        return here != null ? OptionalLong.of(here) : stored.lastSequence(stream);
    }

    private void place(PreparedFact fact) {
        long index = range.size();
        byte[] record = RecordCodec.format(fact.record(index, recorded));
        Hash leaf = Hashes.leaf(record);
        range = range.append(leaf);
        highestAt = Math.max(highestAt, fact.at());
        entries.add(new Block.Entry(index, fact, record, leaf, highestAt));
        if (range.size() % Block.MILESTONE == 0) {
            milestones.add(range);
        }
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    Block block() {
        return new Block(
                before.size(), entries, begun, requests, milestones, new Head(range.size(), range, before.ledger()));
    }

    long highestAt() {
        return highestAt;
    }

    /** Tells everybody, once the block is durable. */
    void answer() {
        answers.forEach(Runnable::run);
    }
}
