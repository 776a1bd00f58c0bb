package dalil.query.byhand;

import dalil.events.casualty.CasualtyFact;
import dalil.events.claim.ClaimValue;
import dalil.events.source.SourceFact;
import dalil.query.byhand.Merging.Read;
import dalil.query.facts.FactSource.SourcedFact;
import dalil.query.record.CasualtyState;
import dalil.query.record.RecordState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** People harmed, counted by rule documented/1: first who there is, then one after the other. */
public final class PeopleRecount {

    /** What is counted by injury, and what a review must cover for it. */
    static final Map<String, String> INJURY = Map.ofEntries(
            Map.entry("severity", "outcome"),
            Map.entry("lasting-effect", "outcome"),
            Map.entry("body-region", "outcome"),
            Map.entry("mechanism", "cause-and-weapon"),
            Map.entry("weapon", "cause-and-weapon"),
            Map.entry("method", "cause-and-weapon"),
            Map.entry("munition", "cause-and-weapon"),
            Map.entry("munition-asserted", "cause-and-weapon"),
            Map.entry("munition-verified", "cause-and-weapon"),
            Map.entry("used-by", "cause-and-weapon"),
            Map.entry("unit-alleged", "cause-and-weapon"));

    private final Map<String, CasualtyState> records = new LinkedHashMap<>();
    private final KnownIncidents incidents = new KnownIncidents();
    private final Merging merging = new Merging("casualty/");
    private final Map<String, String> sourceTypes = new HashMap<>();
    private final OriginsByHand origins = new OriginsByHand();
    private final Times times = new Times();
    private final List<Counted> counted = new ArrayList<>();

    /**
     * What a cell holds.
     *
     * @param people ids of the records behind it
     */
    public record Cell(long corroborated, long reported, Set<String> people) {}

    private record Counted(OnePerson person, long corroborated, long reported) {}

    /** The people as they stand after an index. */
    public PeopleRecount(List<SourcedFact> facts, long index) {
        facts.stream().filter(fact -> fact.index() <= index).forEach(this::take);
        records.forEach((id, record) -> {
            if (merging.root(id).equals(id) && stands(record)) {
                count(record);
            }
        });
    }

    private void take(SourcedFact sourced) {
        String stream = sourced.stream();
        if (stream == null) {
            return;
        }
        incidents.take(sourced);
        String id = stream.substring(stream.indexOf('/') + 1);
        origins.take(sourced);
        if (sourced.fact() instanceof CasualtyFact fact) {
            records.computeIfAbsent(id, any -> new CasualtyState()).apply(sourced.index(), fact, sourced.meta());
            merging.take(sourced);
        } else if (sourced.fact() instanceof SourceFact.Registered source) {
            sourceTypes.put(id, source.type());
        }
    }

    private static boolean stands(RecordState record) {
        return record.retraction().isEmpty() && !record.corroboration().equals("discounted");
    }

    private void count(CasualtyState record) {
        OnePerson person = new OnePerson(record, times, sourceTypes, origins);
        boolean anywhere = place(person, record, -1);
        boolean nowhere = record.incident().isEmpty();
        for (Read other : merging.with(record.id())) {
            CasualtyState state = Objects.requireNonNull(records.get(other.id()));
            person.add(state, other.since());
            anywhere = anywhere || place(person, state, other.since());
            nowhere = nowhere && state.incident().isEmpty();
        }
        Counted one = record.isGroup() ? group(person, record) : new Counted(person, 1, 1);
        if ((anywhere || nowhere) && one.reported() > 0) {
            counted.add(one);
            person.harm().keySet().forEach(times::reach);
        }
    }

    /** Whether the record names an incident that is counted; the person is then in it. */
    private boolean place(OnePerson person, CasualtyState record, long since) {
        OneIncident incident = record.incident().map(incidents::of).orElse(null);
        if (incident == null || !incident.stands()) {
            return false;
        }
        person.in(incident, Math.max(since, incidents.since(record.incident().orElseThrow())));
        return true;
    }

    private Counted group(OnePerson person, CasualtyState record) {
        Set<String> named = new TreeSet<>();
        for (String other : record.namedOut().keySet()) {
            String root = merging.root(other);
            if (!merging.isUnfit(root)) {
                named.add(root);
            }
        }
        Reading persons = person.reading("persons");
        long least = Long.MAX_VALUE;
        long greatest = 0;
        boolean seen = false;
        for (Said said : persons.said()) {
            if (said.value() instanceof ClaimValue.Range range) {
                boolean asked = persons.isContested() || said.same().equals(persons.inForce());
                least = asked ? Math.min(least, range.least()) : least;
                seen = seen || asked && said.heldBy(record.reviewedAt());
                greatest = Math.max(greatest, range.greatest());
            }
        }
        return new Counted(person, seen ? Math.max(0, least - named.size()) : 0, Math.max(0, greatest - named.size()));
    }

    /** Cells by key, in the words of a tally's key; under the empty text the distinct total. */
    public Map<String, Cell> count(Way way, List<String> by) {
        Map<String, Cell> cells = new LinkedHashMap<>();
        for (Counted one : counted) {
            add(cells, "", one, true);
            if (!by.isEmpty()) {
                Map<String, Boolean> own = new LinkedHashMap<>();
                for (int row = 0; row >= 0; row = cross(own, one.person(), way, by, row)) {}
                own.forEach((key, certain) -> add(cells, key, one, certain));
            }
        }
        return cells;
    }

    private static void add(Map<String, Cell> cells, String key, Counted one, boolean certain) {
        Cell cell = cells.computeIfAbsent(key, any -> new Cell(0, 0, new TreeSet<>()));
        cell.people().add(one.person().id());
        cells.put(
                key,
                new Cell(
                        cell.corroborated() + (certain && one.person().isCorroborated() ? one.corroborated() : 0),
                        cell.reported() + one.reported(),
                        cell.people()));
    }

    /** Adds the cells of one row: what is asked about injuries holds within one and the same. Says which row is next. */
    private int cross(Map<String, Boolean> own, OnePerson person, Way way, List<String> by, int row) {
        Map<String, Boolean> crossed = Map.of("", true);
        int rows = 1;
        for (String dimension : by) {
            List<Map<String, Boolean>> all = person.rows(dimension, way);
            rows = Math.max(rows, all.size());
            crossed = cross(crossed, all.get(all.size() == 1 ? 0 : row));
        }
        crossed.forEach((key, certain) -> own.merge(key, certain, Boolean::logicalOr));
        return row + 1 < rows ? row + 1 : -1;
    }

    private static Map<String, Boolean> cross(Map<String, Boolean> one, Map<String, Boolean> other) {
        Map<String, Boolean> both = new LinkedHashMap<>();
        one.forEach((key, certain) -> other.forEach((more, alsoCertain) ->
                both.merge(key.isEmpty() ? more : key + ", " + more, certain && alsoCertain, Boolean::logicalOr)));
        return both;
    }
}
