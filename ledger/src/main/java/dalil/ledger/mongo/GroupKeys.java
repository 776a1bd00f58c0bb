package dalil.ledger.mongo;

import dalil.ledger.RequestAnswer;
import dalil.ledger.RequestInProgress;
import dalil.ledger.mongo.form.BlockKeys;
import dalil.ledger.mongo.form.StoredBlock;
import dalil.ledger.store.PreparedAppend;
import dalil.ledger.store.PreparedFact;
import dalil.ledger.store.StoredKeys;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/** What a group of appends finds taken, asked for at once. It spares the way there and back for each fact; the index decides. */
final class GroupKeys implements StoredKeys {

    private final StoredKeys oneByOne;
    private final Map<String, Long> firstOffered = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final Map<UUID, RequestAnswer> answers = new HashMap<>();

    GroupKeys(Blocks blocks, List<PreparedAppend> appends, StoredKeys oneByOne) {
        this.oneByOne = oneByOne;
        List<String> asked = new ArrayList<>();
        List<UUID> requests = new ArrayList<>();
        for (PreparedAppend append : appends) {
            append.facts().forEach(fact -> ask(fact, asked));
            RequestInProgress request = append.request();
            if (request != null) {
                asked.add(BlockKeys.request(request.id()));
                requests.add(request.id());
            }
        }
        Set<String> wanted = new HashSet<>(asked);
        for (StoredBlock block : blocks.taken(asked)) {
            block.keys().stream().filter(wanted::contains).forEach(taken::add);
            requests.forEach(id -> block.request(id).ifPresent(answer -> answers.put(id, answer)));
        }
    }

    private void ask(PreparedFact fact, List<String> asked) {
        asked.add(BlockKeys.event(fact.id()));
        String stream = fact.stream();
        if (stream != null && firstOffered.putIfAbsent(stream, fact.sequence()) == null) {
            asked.add(BlockKeys.beginning(stream));
            asked.add(BlockKeys.place(stream, fact.sequence()));
            asked.add(BlockKeys.place(stream, fact.sequence() - 1));
        }
    }

    @Override
    public boolean hasEvent(String id) {
        return taken.contains(BlockKeys.event(id));
    }

    @Override
    public Optional<RequestAnswer> request(UUID id) {
        return Optional.ofNullable(answers.get(id));
    }

    @Override
    public OptionalLong lastSequence(String stream) {
        if (!taken.contains(BlockKeys.beginning(stream))) {
            return OptionalLong.empty();
        }
        long offered = firstOffered.getOrDefault(stream, 0L);
        boolean follows = taken.contains(BlockKeys.place(stream, offered - 1))
                && !taken.contains(BlockKeys.place(stream, offered));
        // Where it does not follow, the refusal says where the stream ends.
        return follows ? OptionalLong.of(offered - 1) : oneByOne.lastSequence(stream);
    }
}
