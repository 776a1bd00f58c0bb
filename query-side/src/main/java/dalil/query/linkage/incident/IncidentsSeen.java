package dalil.query.linkage.incident;

import dalil.events.FactMapper;
import dalil.events.dataset.DatasetFact;
import dalil.ledger.Ledger;
import dalil.ledger.StoredFact;
import dalil.query.linkage.LedgerRecords;
import dalil.query.linkage.Likeness;
import dalil.query.record.IncidentState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Every incident on record, in memory, found by its day and then by its place. Comes up to date with the ledger when it is asked. One
 * reader at a time.
 */
final class IncidentsSeen {

    private static final String STREAM = "incident/";
    /** Greater than any id. */
    private static final String LAST = "~";
    /** Finding what is near costs as much as comparing so many. */
    private static final int SOUGHT = 100;

    private static final String LISTED = "dataset.listed";
    private static final Comparator<Candidate> LIKELIEST_FIRST = Comparator.comparingDouble(
                    (Candidate candidate) -> -candidate.likeness().score())
            .thenComparing(candidate -> candidate.incident().id());

    private final Map<String, IncidentSeen> incidents = new HashMap<>();
    private final DayBlocks blocks = new DayBlocks();
    private final Map<String, NavigableSet<String>> listed = new TreeMap<>();
    private final WordRarity rarity = new WordRarity();
    private final IncidentLikeness likeness = new IncidentLikeness(rarity);
    private final FactMapper mapper;
    private final LedgerRecords<IncidentState> reader;

    IncidentsSeen(Ledger ledger, FactMapper mapper) {
        this.mapper = mapper;
        this.reader = new LedgerRecords<>(ledger, mapper, STREAM, IncidentState::new, this::see, this::list);
    }

    /** A candidate with how likely it is. */
    record Candidate(IncidentSeen incident, Likeness likeness) {}

    /** @param most no score is higher */
    private record Hopeful(IncidentSeen incident, double most) {}

    /** Two records that may be about one incident. */
    record Pair(String one, String other, Likeness likeness) {}

    /**
     * Where a list of pairs goes on: behind this pair.
     *
     * @param other empty where nothing of {@code one} was told yet
     */
    record After(String one, String other) {}

    /** @param next where the rest begins; null at the end */
    record Pairs(List<Pair> pairs, @Nullable After next) {}

    /** Index of the last fact that is known here; -1 if none. */
    synchronized long position() {
        return reader.position();
    }

    /** Reads what was recorded since. */
    synchronized void catchUp() {
        reader.catchUp();
    }

    private void list(StoredFact fact) {
        if (!fact.type().equals(LISTED)) {
            return;
        }
        DatasetFact.Listed listing =
                (DatasetFact.Listed) mapper.read(fact.type(), fact.revision(), fact.payload(), fact.sealed());
        Set<String> ids = listed.computeIfAbsent(listing.dataset(), any -> new TreeSet<>());
        ids.addAll(listing.added());
        listing.noLonger().forEach(ids::remove);
    }

    private void see(IncidentState state) {
        IncidentSeen seen = IncidentSeen.of(state);
        IncidentSeen before = incidents.put(seen.id(), seen);
        if (before != null) {
            rarity.remove(before.text());
            blocks.remove(before);
        }
        rarity.add(seen.text());
        blocks.add(seen);
    }

    synchronized Optional<IncidentSeen> find(String id) {
        return Optional.ofNullable(incidents.get(id));
    }

    /** Whether anything was ever listed under this name. */
    synchronized boolean knows(String dataset) {
        return listed.containsKey(dataset);
    }

    /** Those that may be the same incident, the likeliest first. */
    synchronized List<Candidate> candidates(IncidentSeen incident, double above, int most) {
        List<Hopeful> hopeful = new ArrayList<>();
        List<IncidentSeen> near = blocks.near(incident);
        int crowd = crowd(incident, near);
        for (IncidentSeen other : near) {
            if (incident.isOpenWith(other)) {
                hopeful.add(new Hopeful(other, likeness.most(incident, other, crowd)));
            }
        }
        hopeful.sort(Comparator.comparingDouble(each -> -each.most()));
        List<Candidate> best = new ArrayList<>();
        double least = above;
        for (Hopeful each : hopeful) {
            if (each.most() < least) {
                break;
            }
            Optional<Likeness> found = likeness(incident, each.incident(), crowd, least);
            if (found.isPresent()) {
                best.add(new Candidate(each.incident(), found.get()));
                best.sort(LIKELIEST_FIRST);
            }
            if (best.size() > most) {
                best.remove(most);
                least = best.get(most - 1).likeness().score();
            }
        }
        return best;
    }

    /**
     * Pairs of an incident that one dataset lists with one that another lists, ordered by their ids.
     *
     * @param against null for any other incident on record
     * @param after null from the beginning
     * @param comparisons after so many the rest is left to the next call, whatever was found
     */
    synchronized Pairs pairs(
            String listedBy,
            @Nullable String against,
            double above,
            @Nullable After after,
            int limit,
            int comparisons) {
        NavigableSet<String> ones = listed(listedBy);
        Set<String> others = against == null ? incidents.keySet() : listed(against);
        List<Pair> pairs = new ArrayList<>();
        After last = after;
        int done = 0;
        for (String id : after == null ? ones : ones.tailSet(after.one(), true)) {
            IncidentSeen one = incidents.get(id);
            if (one == null) {
                continue; // a listing names records of any kind
            }
            if (done > comparisons) {
                return new Pairs(pairs, last);
            }
            List<IncidentSeen> near = new ArrayList<>();
            List<IncidentSeen> all = blocks.near(one);
            for (IncidentSeen other : all) {
                boolean both = ones.contains(other.id()) && others.contains(id);
                boolean told = both && other.id().compareTo(id) < 0
                        || after != null && id.equals(after.one()) && other.id().compareTo(after.other()) <= 0;
                if (others.contains(other.id()) && !told && one.isOpenWith(other)) {
                    near.add(other);
                }
            }
            done += near.size() + SOUGHT;
            near.sort(Comparator.comparing(IncidentSeen::id));
            int crowd = near.isEmpty() ? 0 : crowd(one, all);
            for (IncidentSeen other : near) {
                Optional<Likeness> found = likeness(one, other, crowd, above);
                if (found.isPresent()) {
                    if (pairs.size() == limit) {
                        return new Pairs(pairs, last);
                    }
                    pairs.add(new Pair(id, other.id(), found.get()));
                    last = new After(id, other.id());
                }
            }
            last = new After(id, LAST);
        }
        return new Pairs(pairs, null);
    }

    private NavigableSet<String> listed(String dataset) {
        return Objects.requireNonNullElseGet(listed.get(dataset), TreeSet::new);
    }

    /** @param crowd around {@code one}; that around the other is counted only where it matters */
    private Optional<Likeness> likeness(IncidentSeen one, IncidentSeen other, int crowd, double above) {
        if (likeness.most(one, other, crowd) < above) {
            return Optional.empty();
        }
        boolean listedTogether =
                listed.values().stream().anyMatch(ids -> ids.contains(one.id()) && ids.contains(other.id()));
        Likeness found = likeness.of(one, other, listedTogether, crowd);
        if (found.score() >= above) {
            found = likeness.of(one, other, listedTogether, Math.max(crowd, crowd(other, blocks.near(other))));
        }
        return found.score() >= above ? Optional.of(found) : Optional.empty();
    }

    /** How many others of the same days and the same town there are, but for one that may be the same. */
    private static int crowd(IncidentSeen incident, List<IncidentSeen> near) {
        int crowd = 0;
        for (IncidentSeen other : near) {
            crowd += other.stands() && !other.id().equals(incident.id()) && inOneTown(incident, other) ? 1 : 0;
        }
        return Math.max(0, crowd - 1);
    }

    private static boolean inOneTown(IncidentSeen one, IncidentSeen other) {
        return one.places().stream().anyMatch(place -> other.places().stream().anyMatch(place::inOneTown));
    }
}
