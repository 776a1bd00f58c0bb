package dalil.ledger.axon;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/** Reads on from a token as a processor does, keeps it, and objects to an event that comes twice, late or not at all. */
final class TokenReader {

    private final Set<String> seen = new HashSet<>();
    private @Nullable TrackingToken token;
    private long next;

    /** Takes what there is; says how many. */
    int read(LedgerEventStorageEngine engine, int most) {
        List<? extends TrackedEventData<?>> events = engine.fetchTrackedEvents(token, most);
        for (TrackedEventData<?> event : events) {
            TrackingToken at = event.trackingToken();
            long index = ((GlobalSequenceTrackingToken) at).getGlobalIndex();
            if (index != next || !seen.add(event.getEventIdentifier())) {
                throw new AssertionError("after " + (next - 1) + " came " + index + ", " + event.getEventIdentifier());
            }
            next++;
            token = at;
        }
        return events.size();
    }

    long count() {
        return next;
    }

    Set<String> seen() {
        return seen;
    }
}
