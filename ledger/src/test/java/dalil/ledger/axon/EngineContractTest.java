package dalil.ledger.axon;

import dalil.ledger.Ledger;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngineTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Axon's contract for a batching engine. It overrides no test. */
class EngineContractTest
        extends BatchingEventStorageEngineTest<LedgerEventStorageEngine, LedgerEventStorageEngine.Builder> {

    private Ledger ledger;

    @BeforeEach
    void createLedger(@TempDir Path folder) {
        ledger = ContractFacts.ledger(folder);
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
