package dalil.ledger.store;

/** The suite on the store that the sequencer's tests use: what they assume of a store is what stores do. */
class MemoryContractTest extends LedgerContract {

    MemoryContractTest() {
        super(new MemoryHome());
    }
}
