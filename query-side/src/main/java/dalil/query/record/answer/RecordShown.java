package dalil.query.record.answer;

import dalil.query.record.AttributeState;
import dalil.query.record.ClaimSet;
import dalil.query.record.ClaimState;
import dalil.query.record.LinkState;
import dalil.query.record.Mark;
import dalil.query.record.RecordState;
import dalil.query.record.ReviewState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    static List<Told> withdrawn(RecordState state, ClaimShown shown) {
        List<ClaimState> all = new ArrayList<>(state.claims().all());
        state.parts().values().forEach(part -> all.addAll(part.all()));
        return all.stream().filter(claim -> !claim.live()).map(shown::withdrawn).toList();
    }
}
