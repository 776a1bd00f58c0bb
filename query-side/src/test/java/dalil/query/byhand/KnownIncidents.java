package dalil.query.byhand;

import dalil.events.incident.IncidentFact;
import dalil.query.byhand.Merging.Read;
import dalil.query.facts.FactSource.SourcedFact;
import dalil.query.record.IncidentState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The incidents that facts tell of: which records are about one and the same, and which may be. */
final class KnownIncidents {

    private static final String STREAM = "incident/";

    private final Map<String, IncidentState> records = new LinkedHashMap<>();
    private final Merging merging = new Merging(STREAM);
    private final List<List<String>> noted = new ArrayList<>();

    void take(SourcedFact sourced) {
        if (!(sourced.fact() instanceof IncidentFact fact)) {
            return;
        }
        String id = Objects.requireNonNull(sourced.stream()).substring(STREAM.length());
        records.computeIfAbsent(id, any -> new IncidentState()).apply(sourced.index(), fact, sourced.meta());
        merging.take(sourced);
        if (fact instanceof IncidentFact.CandidateNoted candidate) {
            noted.add(List.of(id, candidate.incident()));
        } else if (fact instanceof IncidentFact.CandidateDismissed candidate) {
            noted.remove(List.of(id, candidate.incident()));
        }
    }

    /** The incident that a record is about, as the record that stands for it has it; null where none is known. */
    @Nullable OneIncident of(String id) {
        String root = merging.root(id);
        IncidentState own = records.get(root);
        if (own == null) {
            return null;
        }
        OneIncident one = new OneIncident(own);
        for (Read other : merging.with(root)) {
            one.add(Objects.requireNonNull(records.get(other.id())), other.since());
        }
        return one;
    }

    /** Since when {@link #of} is told by another record; -1 where it is told by its own. */
    long since(String id) {
        return merging.since(id);
    }

    /** Every incident that counts. */
    List<OneIncident> counted() {
        List<OneIncident> counted = new ArrayList<>();
        for (String id : records.keySet()) {
            OneIncident one = Objects.requireNonNull(of(id));
            if (one.id().equals(id) && one.stands()) {
                counted.add(one);
            }
        }
        return counted;
    }

    /** For each record that may be about the same incident as others, one that all of them share. */
    Map<String, String> maybeOne() {
        Map<String, String> shared = new HashMap<>();
        for (List<String> pair : noted) {
            String one = merging.root(pair.get(0));
            String other = merging.root(pair.get(1));
            if (!merging.isUnfit(one) && !merging.isUnfit(other)) {
                String from = shared.getOrDefault(one, one);
                String to = shared.getOrDefault(other, other);
                shared.put(one, from);
                shared.put(other, to);
                shared.replaceAll((id, of) -> of.equals(from) ? to : of);
            }
        }
        return shared;
    }

    /** The records that an incident is told by. */
    List<String> recordsOf(String id) {
        List<String> all = new ArrayList<>(List.of(id));
        merging.with(id).forEach(other -> all.add(other.id()));
        return all;
    }
}
