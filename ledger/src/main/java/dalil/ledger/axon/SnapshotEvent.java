package dalil.ledger.axon;

import dalil.events.FactSections;
import java.time.Instant;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

/** A snapshot as Axon reads it back. */
record SnapshotEvent(
        String getEventIdentifier,
        Instant getTimestamp,
        String getType,
        String getAggregateIdentifier,
        long getSequenceNumber,
        SerializedObject<Object> getPayload,
        SerializedObject<Object> getMetaData)
        implements DomainEventData<Object> {

    @SuppressWarnings({"unchecked", "rawtypes"}) // Axon wants one T for both sections, which have two representations
    static SnapshotEvent of(DomainEventMessage<?> snapshot, Serializer serializer) {
        Class<?> form = serializer.canSerializeTo(FactSections.class) ? FactSections.class : byte[].class;
        return new SnapshotEvent(
                snapshot.getIdentifier(),
                snapshot.getTimestamp(),
                snapshot.getType(),
                snapshot.getAggregateIdentifier(),
                snapshot.getSequenceNumber(),
                (SerializedObject) snapshot.serializePayload(serializer, form),
                (SerializedObject) snapshot.serializeMetaData(serializer, byte[].class));
    }
}
