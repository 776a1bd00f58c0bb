package dalil.query.record;

import dalil.events.Fact;
import dalil.events.casualty.CasualtyFact;
import dalil.events.claim.Attribute;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A casualty as its facts make it, apart from what is said on records that were merged into it. */
public final class CasualtyState extends RecordState {

    private String id = "";
    private String unit = CasualtyFact.INDIVIDUAL;
    private @Nullable String incident;
    private final List<LinkState> links = new ArrayList<>();
    private final Map<String, Mark> namedOut = new LinkedHashMap<>();

    public CasualtyState() {
        super(Attribute.Of.CASUALTY, Attribute.Of.INJURY);
    }

    @Override
    void evolve(Fact fact, long index, Map<String, String> meta) {
        Mark mark = Mark.of(index, meta, null);
        if (fact instanceof CasualtyFact.Recorded recorded) {
            id = recorded.id();
            unit = recorded.unit();
            incident = recorded.incident();
        } else if (fact instanceof CasualtyFact.Linked link) {
            links.add(new LinkState(link.relation(), link.to(), link.part(), link.source(), mark));
        } else if (fact instanceof CasualtyFact.NamedOut named) {
            namedOut.put(named.casualty(), mark);
        } else if (fact instanceof CasualtyFact.NamingOutWithdrawn withdrawn) {
            namedOut.remove(withdrawn.casualty());
        } else if (fact instanceof CasualtyFact.Retracted retracted) {
            retract(Mark.of(index, meta, retracted.reason()));
        }
    }

    @Override
    public String id() {
        return id;
    }

    /** Whether people are only counted here. */
    public boolean isGroup() {
        return unit.equals(CasualtyFact.GROUP);
    }

    /** UUID of the incident in which it happened; empty if none is known. */
    public Optional<String> incident() {
        return Optional.ofNullable(incident);
    }

    /** What is said about each injury, by its id, in the order in which they were recorded. */
    public Map<String, ClaimSet> injuries() {
        return parts();
    }

    public List<LinkState> links() {
        return Collections.unmodifiableList(links);
    }

    /** People of this group who are recorded by name now, by their UUID. */
    public Map<String, Mark> namedOut() {
        return Collections.unmodifiableMap(namedOut);
    }
}
