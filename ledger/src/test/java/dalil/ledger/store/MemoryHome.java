package dalil.ledger.store;

import dalil.ledger.Ledger;
import dalil.ledger.LedgerCase;
import dalil.ledger.LedgerWiring;
import dalil.ledger.audit.Finding;
import dalil.ledger.fault.LedgerAlreadyHere;
import dalil.ledger.fault.NoLedgerHere;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The store of the sequencer's tests, which outlives the ledgers over it. */
final class MemoryHome implements Home {

    private @Nullable MemoryStore store;

    @Override
    public Ledger create(LedgerCase ledgerCase, LedgerWiring wiring) {
        if (store != null) {
            throw new LedgerAlreadyHere("memory", "made before");
        }
        store = new MemoryStore(ledgerCase);
        return Ledger.writing(store, wiring);
    }

    @Override
    public Ledger open(LedgerWiring wiring) {
        return Ledger.writing(there(), wiring);
    }

    @Override
    public Ledger openReadOnly() {
        return Ledger.reading(there());
    }

    private MemoryStore there() {
        if (store == null) {
            throw new NoLedgerHere("memory", "none was made", null);
        }
        return store;
    }

    /** There is no audit of what is not stored anywhere. */
    @Override
    public List<Finding> audit() {
        return List.of();
    }

    @Override
    public void close() {}
}
