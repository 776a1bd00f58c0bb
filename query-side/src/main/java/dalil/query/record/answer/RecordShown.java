package dalil.query.record.answer;

import dalil.query.record.AttributeState;
import dalil.query.record.ClaimSet;
import dalil.query.record.LinkState;
import dalil.query.record.Mark;
import dalil.query.record.RecordState;
import dalil.query.record.ReviewState;
import dalil.query.record.Together;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the answers about every record made of claims have in common. */
final class RecordShown {

    private RecordShown() {}

    static Map<String, Object> attributes(ClaimSet claims, ClaimShown shown) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        for (AttributeState attribute : claims.attributes()) {
            attributes.put(attribute.attribute(), shown.attribute(attribute));
        }
        return attributes;
    }

    static Told corroboration(RecordState state) {
        @Nullable ReviewState review = state.review().orElse(null);
        if (review == null) {
            return Told.byFact(RecordState.REPORTED, state.firstIndex());
        }
        Told told = Told.byFact(review.review().state(), review.mark().index())
                .with("review", ReviewShown.of(review.review()))
                .with("by", review.reviewer().isEmpty() ? null : review.reviewer());
        return ClaimShown.text(told, "reason", review.review().reason());
    }

    static @Nullable Told retraction(RecordState state) {
        return state.retraction().map(mark -> done(true, mark)).orElse(null);
    }

    /** Which record stands for this one; null while it stands for itself. */
    static @Nullable Told mergedInto(RecordState state) {
        return state.merger().map(merger -> done(merger.into(), merger.mark())).orElse(null);
    }

    /** Which records may be about the same, as far as nobody decided that. */
    static List<Told> candidates(RecordState state) {
        return state.candidates().entrySet().stream()
                .map(noted -> done(noted.getKey(), noted.getValue()))
                .toList();
    }

    /** Something that a person did, with who and why. */
    static Told done(@Nullable Object value, Mark mark) {
        Told told = Told.byFact(value, mark.index()).with("by", mark.actor().isEmpty() ? null : mark.actor());
        return ClaimShown.text(told, "reason", mark.reason());
    }

    static Told link(LinkState link) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("relation", link.relation());
        value.put("to", link.to());
        if (link.part() != null) {
            value.put("part", link.part());
        }
        return Told.byFact(value, link.mark().index()).from(link.source());
    }

    /** Which records this one stands for. */
    static List<Told> absorbed(Together<?> record) {
        return record.absorbed().stream()
                .map(Together.Absorbed::state)
                .flatMap(other -> other.merger().map(merger -> done(other.id(), merger.mark())).stream())
                .toList();
    }

    static List<Told> withdrawn(Together<?> record, ClaimShown shown) {
        return states(record)
                .flatMap(state -> state.everyClaim().stream())
                .filter(claim -> !claim.live())
                .map(shown::withdrawn)
                .toList();
    }

    /** The record itself, then those that it stands for. */
    private static Stream<RecordState> states(Together<?> record) {
        return Stream.concat(Stream.of(record.own()), record.absorbed().stream().map(Together.Absorbed::state));
    }

    /** Makes something of each part of the record itself and of those that it stands for. */
    static <T> List<T> parts(Together<?> record, Part<T> made) {
        return states(record)
                .flatMap(state -> state.parts().entrySet().stream()
                        .map(part ->
                                made.of(part.getKey(), state == record.own() ? null : state.id(), part.getValue())))
                .toList();
    }

    /** Something made of a part. */
    @FunctionalInterface
    interface Part<T> {

        /** @param onRecord the record that it is a part of; null for the one that is answered */
        T of(String id, @Nullable String onRecord, ClaimSet claims);
    }
}
