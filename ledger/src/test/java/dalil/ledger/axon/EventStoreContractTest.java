package dalil.ledger.axon;

import dalil.ledger.Ledger;
import java.nio.file.Path;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStoreTest;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** Axon's contract for the event store over an engine. It overrides no test. */
class EventStoreContractTest extends EmbeddedEventStoreTest {

    private final Path folder;

    @SuppressWarnings("NullAway.Init") // made by createStorageEngine, before each test
    private Ledger ledger;

    EventStoreContractTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Override
    public EventStorageEngine createStorageEngine() {
        ledger = ContractFacts.ledger(folder);
        return ContractFacts.engine(ledger).build();
    }

    @AfterEach
    void closeLedger() {
        ledger.close();
    }
}
