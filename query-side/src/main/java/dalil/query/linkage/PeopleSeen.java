package dalil.query.linkage;

import dalil.events.FactMapper;
import dalil.ledger.Ledger;
import dalil.query.record.CasualtyState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Every person on record, in memory, found by parts of their name and by their incident. Comes up to date with the ledger when it is
 * asked. One reader at a time.
 */
final class PeopleSeen {

    private static final String STREAM = "casualty/";
    /** A part of a name that is shared by more people than this finds nobody by itself. */
    private static final int COMMON = 2_000;

    private static final int PREFIX = 3;

    private final Map<String, PersonSeen> people = new HashMap<>();
    private final Map<String, Set<String>> byKey = new HashMap<>();
    private final LedgerRecords<CasualtyState> reader;

    PeopleSeen(Ledger ledger, FactMapper mapper) {
        this.reader = new LedgerRecords<>(ledger, mapper, STREAM, CasualtyState::new, this::see, other -> {});
    }

    /** A candidate with how likely it is. */
    record Candidate(PersonSeen person, Likeness likeness) {}

    /** Index of the last fact that is known here; -1 if none. */
    synchronized long position() {
        return reader.position();
    }

    /** Reads what was recorded since. */
    synchronized void catchUp() {
        reader.catchUp();
    }

    private void see(CasualtyState state) {
        PersonSeen before = people.get(state.id());
        if (before != null) {
            keys(before).forEach(key -> byKey.getOrDefault(key, Set.of()).remove(before.id()));
        }
        PersonSeen seen = PersonSeen.of(state);
        people.put(seen.id(), seen);
        keys(seen)
                .forEach(key ->
                        byKey.computeIfAbsent(key, any -> new HashSet<>()).add(seen.id()));
    }

    private static Set<String> keys(PersonSeen person) {
        Set<String> keys = new HashSet<>();
        person.names()
                .forEach(parts ->
                        parts.forEach(part -> keys.add("n" + part.substring(0, Math.min(PREFIX, part.length())))));
        if (person.names().isEmpty() && person.incident() != null) {
            keys.add("i" + person.incident());
        }
        return keys;
    }

    synchronized Optional<PersonSeen> find(String id) {
        return Optional.ofNullable(people.get(id));
    }

    /** Those who may be the same person, the likeliest first. */
    synchronized List<Candidate> candidates(PersonSeen person, double above, int most) {
        Set<String> ids = new HashSet<>();
        for (String key : keys(person)) {
            Set<String> found = byKey.getOrDefault(key, Set.of());
            if (found.size() <= COMMON) {
                ids.addAll(found);
            }
        }
        if (ids.size() <= 1) {
            keys(person)
                    .forEach(key -> byKey.getOrDefault(key, Set.of()).stream()
                            .limit(COMMON)
                            .forEach(ids::add));
        }
        List<Candidate> candidates = new ArrayList<>();
        for (String id : ids) {
            PersonSeen other = people.get(id);
            if (other != null && person.isOpenWith(other)) {
                Likeness likeness = Likeness.of(person, other);
                if (likeness.score() >= above) {
                    candidates.add(new Candidate(other, likeness));
                }
            }
        }
        candidates.sort((one, other) -> {
            int order = Double.compare(other.likeness().score(), one.likeness().score());
            return order != 0
                    ? order
                    : one.person().id().compareTo(other.person().id());
        });
        return List.copyOf(candidates.subList(0, Math.min(most, candidates.size())));
    }
}
