package dalil.ledger.axon;

import dalil.ledger.StoredFact;
import org.axonframework.eventhandling.DomainEventData;

/** A stored fact of an aggregate, as Axon reads it. */
final class StoredDomainEvent extends StoredEvent implements DomainEventData<Object> {

    private final String stream;

    StoredDomainEvent(StoredFact fact, String stream) {
        super(fact);
        this.stream = stream;
    }

    /** The kind in {@code kind/uuid}; the whole name where there is no kind. */
    @Override
    public String getType() {
        int slash = stream.indexOf('/');
        return slash < 0 ? stream : stream.substring(0, slash);
    }

    @Override
    public String getAggregateIdentifier() {
        return stream;
    }

    @Override
    public long getSequenceNumber() {
        return fact().record().sequence();
    }
}
