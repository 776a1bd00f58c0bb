package dalil.query.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A record with every record that is merged into it: what is said on any of them is said of one and the same person or incident. The
 * review is the record's own.
 *
 * @param own the record that stands for all
 * @param absorbed the others, each with the ledger index of the fact that merged it
 */
public record Together<S extends RecordState>(S own, List<Absorbed<S>> absorbed) {

    /** A record that is read and counted as another. */
    public record Absorbed<S extends RecordState>(S state, long since) {}

    /** A record into which none is merged. */
    public static <S extends RecordState> Together<S> alone(S own) {
        return new Together<>(own, List.of());
    }

    /** What is said about the whole. */
    public ClaimSet claims() {
        if (absorbed.isEmpty()) {
            return own.claims();
        }
        List<ClaimSet.Joined> sets = new ArrayList<>();
        sets.add(new ClaimSet.Joined(own.claims(), -1));
        absorbed.forEach(other -> sets.add(new ClaimSet.Joined(other.state().claims(), other.since())));
        return ClaimSet.together(sets);
    }

    /** What is said about each part. Ids are unique in a record only, so the record stands before those of the others. */
    public Map<String, ClaimSet> parts() {
        if (absorbed.isEmpty()) {
            return own.parts();
        }
        Map<String, ClaimSet> parts = new LinkedHashMap<>(own.parts());
        for (Absorbed<S> other : absorbed) {
            other.state()
                    .parts()
                    .forEach((id, claims) -> parts.put(
                            other.state().id() + "/" + id,
                            ClaimSet.together(List.of(new ClaimSet.Joined(claims, other.since())))));
        }
        return parts;
    }

    /** Every source that said something that stands: its UUID, and the ledger index from which that is said of the whole. */
    public Map<String, Long> sources() {
        Map<String, Long> sources = own.liveSources();
        absorbed.forEach(other -> other.state()
                .liveSources()
                .forEach((source, index) -> sources.merge(source, Math.max(index, other.since()), Math::min)));
        return sources;
    }
}
