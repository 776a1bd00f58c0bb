package dalil.ledger.axon;

import dalil.events.FactSections;
import dalil.ledger.StoredFact;
import java.time.Instant;
import org.axonframework.eventhandling.EventData;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;

/** A stored fact of no aggregate, as Axon reads it. */
class StoredEvent implements TrackedEventData<Object>, EventData<Object> {

    private final StoredFact fact;

    StoredEvent(StoredFact fact) {
        this.fact = fact;
    }

    final StoredFact fact() {
        return fact;
    }

    @Override
    public TrackingToken trackingToken() {
        return new GlobalSequenceTrackingToken(fact.index());
    }

    @Override
    public String getEventIdentifier() {
        return fact.id();
    }

    @Override
    public Instant getTimestamp() {
        return fact.at();
    }

    @Override
    @SuppressWarnings({"unchecked", "rawtypes"}) // Axon wants one T for both sections, which have two representations
    public SerializedObject<Object> getMetaData() {
        return (SerializedObject) new SerializedMetaData<>(fact.metaBytes(), byte[].class);
    }

    @Override
    @SuppressWarnings({"unchecked", "rawtypes"})
    public SerializedObject<Object> getPayload() {
        FactSections sections = new FactSections(fact.payload(), fact.sealed());
        return (SerializedObject)
                new SimpleSerializedObject<>(sections, FactSections.class, fact.type(), fact.revision());
    }
}
