package dalil.query.record;

import dalil.events.Fact;
import dalil.events.claim.Attribute;
import dalil.events.incident.IncidentFact;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** An incident as its facts make it, apart from what is said on records that were merged into it. */
public final class IncidentState extends RecordState {

    private String id = "";
    private final List<LinkState> links = new ArrayList<>();

    public IncidentState() {
        super(Attribute.Of.INCIDENT, Attribute.Of.FORCE_USE);
    }

    @Override
    void evolve(Fact fact, long index, Map<String, String> meta) {
        if (fact instanceof IncidentFact.Reported reported) {
            id = reported.id();
        } else if (fact instanceof IncidentFact.Linked link) {
            links.add(new LinkState(link.relation(), link.to(), null, link.source(), Mark.of(index, meta, null)));
        } else if (fact instanceof IncidentFact.Retracted retracted) {
            retract(Mark.of(index, meta, retracted.reason()));
        }
    }

    @Override
    public String id() {
        return id;
    }

    /** What is said about each use of force, by its id, in the order in which they were recorded. */
    public Map<String, ClaimSet> forceUses() {
        return parts();
    }

    public List<LinkState> links() {
        return Collections.unmodifiableList(links);
    }
}
