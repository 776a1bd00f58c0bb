package dalil.query.record.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import dalil.events.review.Review;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer concluded, and on what.
 *
 * @param evidence kind and direct source of evidence that the reviewer examined
 * @param confirmation basis and source of what lifts it to confirmed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReviewShown(
        String state,
        List<String> covers,
        boolean coherent,
        List<String> origins,
        boolean twoOrigins,
        @Nullable Evidence evidence,
        @Nullable Confirmation confirmation) {

    record Evidence(String kind, String source) {}

    record Confirmation(String basis, String source) {}

    static ReviewShown of(Review reviewed) {
        return new ReviewShown(
                reviewed.state(),
                reviewed.covers(),
                reviewed.coherent(),
                reviewed.origins(),
                reviewed.twoOrigins(),
                reviewed.evidence() == null
                        ? null
                        : new Evidence(
                                reviewed.evidence().kind(), reviewed.evidence().source()),
                reviewed.confirmation() == null
                        ? null
                        : new Confirmation(
                                reviewed.confirmation().basis(),
                                reviewed.confirmation().source()));
    }
}
