package dalil.ledger.axon;

import dalil.ledger.Ledger;
import java.util.function.UnaryOperator;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngineTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Axon's contract for a batching engine, on the MongoDB store over mongo-java-server. It overrides no test. */
class MongoEngineContractTest
        extends BatchingEventStorageEngineTest<LedgerEventStorageEngine, LedgerEventStorageEngine.Builder> {

    private Ledger ledger;

    @BeforeEach
    void createLedger() {
        ledger = ContractFacts.mongo();
        setTestSubject(createEngine());
    }

    @AfterEach
    void closeLedger() {
        ledger.close();
    }

    @Override
    protected LedgerEventStorageEngine createEngine(UnaryOperator<LedgerEventStorageEngine.Builder> customization) {
        return customization.apply(ContractFacts.engine(ledger)).build();
    }
}
