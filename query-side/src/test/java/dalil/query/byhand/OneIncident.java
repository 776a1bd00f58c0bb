package dalil.query.byhand;

import dalil.query.record.ClaimSet;
import dalil.query.record.IncidentState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An incident with everything that is said of it on any record that is about it. */
final class OneIncident {

    private static final Set<String> SIDE_BY_SIDE = Set.of("role", "label", "method");

    private final IncidentState own;
    private final List<Said> said = new ArrayList<>();
    private final List<List<Said>> forces = new ArrayList<>();

    OneIncident(IncidentState own) {
        this.own = own;
        add(own, -1);
    }

    /** One more record about this incident. */
    void add(IncidentState record, long since) {
        said.addAll(Said.live(record.claims(), since));
        for (ClaimSet claims : record.forceUses().values()) {
            List<Said> live = Said.live(claims, since);
            if (!live.isEmpty()) {
                forces.add(live);
            }
        }
    }

    String id() {
        return own.id();
    }

    String corroboration() {
        return own.corroboration();
    }

    /** What is said of each use of force. */
    List<List<Said>> forces() {
        return forces;
    }

    Reading reading(String attribute) {
        return reading(attribute, said);
    }

    Reading reading(String attribute, List<Said> force) {
        return Reading.of(attribute, SIDE_BY_SIDE.contains(attribute), force, own.reviewedAt());
    }

    /** Whether it counts at all, were it the record that stands for it. */
    boolean stands() {
        return own.retraction().isEmpty() && !own.corroboration().equals("discounted");
    }

    /** Whether a review that makes it corroborated covers all this. */
    boolean covers(Set<String> what) {
        return Set.of("corroborated", "confirmed").contains(own.corroboration())
                && own.review().orElseThrow().review().covers().containsAll(what);
    }

    /** Who said something, and whether they had when the review was made. */
    Map<String, Boolean> sources() {
        List<Said> all = new ArrayList<>(said);
        forces.forEach(all::addAll);
        Map<String, Boolean> sources = new HashMap<>();
        for (Said one : all) {
            String source = one.claim().claim().source();
            if (source != null) {
                boolean before = Math.max(one.since(), one.claim().index()) <= own.reviewedAt();
                sources.merge(source, before, Boolean::logicalOr);
            }
        }
        return sources;
    }

    /** How many origins stand behind it, with whether the review found just these. */
    Map<String, Boolean> origins(OriginsByHand origins) {
        return origins.cells(sources().keySet(), own);
    }
}
