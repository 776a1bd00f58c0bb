package dalil.ledger.axon;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.serialization.Serializer;

/**
 * Snapshots, in memory and bounded. A snapshot on disk would decide an aggregate's state without being in the tree, so whoever could
 * write the file could change decisions unseen; one in memory is only ever a saved fold.
 */
final class Snapshots {

    private static final int MOST = 1_000;

    private final Map<String, SnapshotEvent> newest = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SnapshotEvent> eldest) {
            return size() > MOST;
        }
    };

    /** The highest sequence wins, in whatever order they come. */
    synchronized void keep(DomainEventMessage<?> snapshot, Serializer serializer) {
        newest.merge(
                snapshot.getAggregateIdentifier(),
                SnapshotEvent.of(snapshot, serializer),
                (known, offered) -> offered.getSequenceNumber() >= known.getSequenceNumber() ? offered : known);
    }

    synchronized Stream<SnapshotEvent> of(String stream) {
        return Stream.ofNullable(newest.get(stream));
    }
}
