package dalil.query.record;

import dalil.events.claim.Attribute;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A casualty with every record that is merged into it: what is said on any of them is said of one person, or one group. The review is
 * the casualty's own.
 *
 * @param own the record that stands for all
 * @param absorbed the others, each with the ledger index of the fact that merged it
 */
public record Person(CasualtyState own, List<Absorbed> absorbed) {

    /** A record that is read and counted as another. */
    public record Absorbed(CasualtyState state, long since) {}

    /** What is said about the person. */
    public ClaimSet claims() {
        if (absorbed.isEmpty()) {
            return own.claims();
        }
        List<ClaimSet.Joined> sets = new ArrayList<>();
        sets.add(new ClaimSet.Joined(own.claims(), -1));
        absorbed.forEach(other -> sets.add(new ClaimSet.Joined(other.state().claims(), other.since())));
        return ClaimSet.together(Attribute.Of.CASUALTY, sets);
    }

    /** What is said about each injury. Ids are unique in a record only, so the record stands before those of the others. */
    public Map<String, ClaimSet> injuries() {
        if (absorbed.isEmpty()) {
            return own.injuries();
        }
        Map<String, ClaimSet> injuries = new LinkedHashMap<>(own.injuries());
        for (Absorbed other : absorbed) {
            other.state()
                    .injuries()
                    .forEach((id, claims) -> injuries.put(
                            other.state().id() + "/" + id,
                            ClaimSet.together(
                                    Attribute.Of.INJURY, List.of(new ClaimSet.Joined(claims, other.since())))));
        }
        return injuries;
    }

    /**
     * An incident in which the person was harmed, as one of the records says.
     *
     * @param since ledger index from which that record is read with the others; -1 of the person's own
     */
    public record Named(String incident, long since) {}

    /** The incidents that the records name: the person's own first, then in the order in which the others came to it. */
    public List<Named> incidents() {
        List<Named> incidents = new ArrayList<>();
        own.incident().ifPresent(incident -> incidents.add(new Named(incident, -1)));
        absorbed.forEach(other ->
                other.state().incident().ifPresent(incident -> incidents.add(new Named(incident, other.since()))));
        return incidents;
    }

    /** Every source that said something that stands: its UUID, and the ledger index from which that is said of this person. */
    public Map<String, Long> sources() {
        Map<String, Long> sources = new LinkedHashMap<>(own.liveSources());
        absorbed.forEach(other -> other.state()
                .liveSources()
                .forEach((source, index) -> sources.merge(source, Math.max(index, other.since()), Math::min)));
        return sources;
    }
}
