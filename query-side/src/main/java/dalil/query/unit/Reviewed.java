package dalil.query.unit;

import dalil.query.record.RecordState;
import java.util.Set;

/** What rule {@code documented/1} asks of every record that is counted. */
final class Reviewed {

    private static final Set<String> CORROBORATED = Set.of("corroborated", "confirmed");
    private static final String DISCOUNTED = "discounted";

    private Reviewed() {}

    /** Retracted or discounted: counted nowhere. */
    static boolean isSkipped(RecordState state) {
        return state.retraction().isPresent() || state.corroboration().equals(DISCOUNTED);
    }

    /** Bits of what its review covers, if that makes it corroborated or confirmed; otherwise none. */
    static int covers(RecordState state) {
        if (!CORROBORATED.contains(state.corroboration())) {
            return 0;
        }
        return state.review()
                .map(review -> Covers.bits(review.review().covers()))
                .orElse(0);
    }
}
