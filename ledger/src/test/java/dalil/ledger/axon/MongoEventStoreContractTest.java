package dalil.ledger.axon;

import dalil.ledger.Ledger;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStoreTest;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.AfterEach;

/** Axon's contract for the event store, on the MongoDB store over mongo-java-server. It overrides no test. */
class MongoEventStoreContractTest extends EmbeddedEventStoreTest {

    @SuppressWarnings("NullAway.Init") // made by createStorageEngine, before each test
    private Ledger ledger;

    @Override
    public EventStorageEngine createStorageEngine() {
        ledger = ContractFacts.mongo();
        return ContractFacts.engine(ledger).build();
    }

    @AfterEach
    void closeLedger() {
        ledger.close();
    }
}
