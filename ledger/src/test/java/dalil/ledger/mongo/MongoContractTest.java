package dalil.ledger.mongo;

import dalil.ledger.store.LedgerContract;

class MongoContractTest extends LedgerContract {

    MongoContractTest() {
        super(new MongoHome(FakeMongo.database()));
    }
}
