package dalil.query.byhand;

import dalil.events.claim.ClaimValue;
import dalil.events.claim.Occurred;
import dalil.events.claim.Place;
import dalil.query.record.CasualtyState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A person, or a group, with everything that is said of them on any record that is about them. */
final class OnePerson {

    private static final Map<String, Integer> PLACES =
            Map.of("country", 1, "region", 2, "district", 3, "settlement", 4);
    private static final List<String> LEVELS = List.of("country", "region", "district", "settlement");
    private static final Set<String> SIDE_BY_SIDE = Set.of("role", "label", "outcome", "method", "lasting-effect");

    private final CasualtyState own;
    private final long review;
    private final List<Said> said = new ArrayList<>();
    private final List<List<Said>> injuries = new ArrayList<>();
    private final Times times;
    private final Map<String, String> sourceTypes;
    private final OriginsByHand origins;
    private final Map<String, List<Map<String, Boolean>>> known = new HashMap<>();
    private @Nullable OneIncident incident;
    private long incidentSince;

    /** @param sourceTypes by the source's id */
    OnePerson(CasualtyState own, Times times, Map<String, String> sourceTypes, OriginsByHand origins) {
        this.own = own;
        this.times = times;
        this.sourceTypes = sourceTypes;
        this.origins = origins;
        this.review = own.reviewedAt();
        add(own, -1);
    }

    /** One more record about this person. */
    void add(CasualtyState record, long since) {
        said.addAll(Said.live(record.claims(), since));
        record.injuries().values().forEach(claims -> {
            List<Said> live = Said.live(claims, since);
            if (!live.isEmpty()) {
                injuries.add(live);
            }
        });
    }

    /** @param since ledger index since when it is known that this is where: the record that names it, or the incident itself, was merged */
    void in(OneIncident where, long since) {
        incident = where;
        incidentSince = since;
    }

    String id() {
        return own.id();
    }

    Reading reading(String attribute) {
        return Reading.of(attribute, SIDE_BY_SIDE.contains(attribute), said, review);
    }

    /** Own claims about it; where there are none, the incident's. */
    private Reading inherited(String attribute) {
        Reading mine = reading(attribute);
        OneIncident from = incident;
        return mine.isNothing() && from != null ? from.reading(attribute) : mine;
    }

    /** Whether a review stands by the time or the place: that of whoever says it. */
    private boolean vouched(String attribute) {
        OneIncident from = incident;
        return !reading(attribute).isNothing() || from == null
                ? covers(own, "time-and-place")
                : from.covers(Set.of("time-and-place")) && incidentSince <= review;
    }

    private static boolean covers(dalil.query.record.RecordState state, String what) {
        return Set.of("corroborated", "confirmed").contains(state.corroboration())
                && state.review().orElseThrow().review().covers().contains(what);
    }

    /** Whether a review found that it happened. */
    boolean isCorroborated() {
        return covers(own, "existence");
    }

    Map<ClaimValue, Boolean> harm() {
        Map<ClaimValue, Boolean> when = new LinkedHashMap<>(inherited("time").values());
        if (reading("time").isNothing() && !vouched("time")) {
            when.replaceAll((value, certain) -> false);
        }
        return when;
    }

    /** For each row that a question looks at, the cells of a dimension: one row, or one for every injury. */
    List<Map<String, Boolean>> rows(String dimension, Way way) {
        if (dimension.equals("outcome")) {
            return List.of(covered(dimension, new Outcomes(reading("outcome")).cells(way), covers(own, "outcome")));
        }
        return known.computeIfAbsent(dimension, any -> rows(dimension));
    }

    private List<Map<String, Boolean>> rows(String dimension) {
        String covers = PeopleRecount.INJURY.get(dimension);
        if (covers == null) {
            return List.of(ofWhole(dimension));
        }
        List<List<Said>> parts = injuries.isEmpty() ? List.of(List.of()) : injuries;
        return parts.stream()
                .map(part -> covered(
                        dimension,
                        Reading.of(dimension, SIDE_BY_SIDE.contains(dimension), part, review)
                                .words(),
                        covers(own, covers)))
                .toList();
    }

    private Map<String, Boolean> ofWhole(String dimension) {
        if (Times.DIMENSIONS.contains(dimension)) {
            Map<String, Boolean> cells = inherited("time")
                    .cells(
                            "undated",
                            value -> value instanceof Occurred occurred
                                    ? times.cells(dimension, occurred, true)
                                    : Map.of(Reading.word(value), true));
            return covered(dimension, cells, vouched("time"));
        }
        if (PLACES.containsKey(dimension)) {
            return placed(dimension);
        }
        return switch (dimension) {
            case "age-band" ->
                covered(
                        dimension,
                        own.isGroup() ? notStated() : Ages.cells(reading("age"), reading("born"), harm()),
                        covers(own, "identity"));
            case "sex" ->
                covered(dimension, own.isGroup() ? notStated() : reading("sex").words(), covers(own, "identity"));
            case "role" -> covered(dimension, reading("role").words(), covers(own, "role"));
            case "corroboration" -> covered(dimension, Map.of(own.corroboration(), true), true);
            case "source-type" -> covered(dimension, types(), true);
            case "origins" -> covered(dimension, origins.cells(sources(any -> true), own), true);
            default -> covered(dimension, reading(dimension).words(), true);
        };
    }

    private static Map<String, Boolean> notStated() {
        return Map.of("not-stated", false);
    }

    private static Map<String, Boolean> covered(String dimension, Map<String, Boolean> cells, boolean covered) {
        Map<String, Boolean> told = new LinkedHashMap<>();
        cells.forEach((cell, certain) -> told.put(dimension + "=" + cell, certain && covered));
        return told;
    }

    private Map<String, Boolean> placed(String dimension) {
        Map<String, Boolean> told = new LinkedHashMap<>();
        Map<String, Boolean> cells = inherited("place").cells("not-stated", value -> {
            if (!(value instanceof Place place)) {
                return Map.of(Reading.word(value), true);
            }
            StringBuilder path = new StringBuilder();
            for (int i = 0; i < PLACES.getOrDefault(dimension, 0); i++) {
                String name = i < place.path().size() ? place.path().get(i) : "";
                path.append(i == 0 ? "" : ", ")
                        .append(LEVELS.get(i))
                        .append('=')
                        .append(name);
            }
            return Map.of(path.toString(), true);
        });
        cells.forEach((cell, certain) ->
                told.put(cell.startsWith("country=") ? cell : dimension + "=" + cell, certain && vouched("place")));
        return told;
    }

    private Map<String, Boolean> types() {
        Map<String, Boolean> types = new LinkedHashMap<>();
        sources(any -> true).forEach(source -> types.put(sourceTypes.getOrDefault(source, "not-stated"), false));
        sources(this::recordedBeforeReview)
                .forEach(source -> types.put(sourceTypes.getOrDefault(source, "not-stated"), true));
        types.computeIfPresent("not-stated", (cell, certain) -> false);
        return types.isEmpty() ? notStated() : types;
    }

    private boolean recordedBeforeReview(Said one) {
        return Math.max(one.claim().index(), one.since()) <= review;
    }

    private Set<String> sources(Predicate<Said> test) {
        Set<String> sources = new HashSet<>();
        List<Said> all = new ArrayList<>(said);
        injuries.forEach(all::addAll);
        all.stream().filter(test).forEach(one -> {
            String source = one.claim().claim().source();
            if (source != null) {
                sources.add(source);
            }
        });
        return sources;
    }
}
