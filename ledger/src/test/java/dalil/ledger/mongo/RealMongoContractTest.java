package dalil.ledger.mongo;

import dalil.ledger.store.LedgerContract;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;

/** The suite on the replica set that the environment names; each test in a database of its own, dropped afterwards. */
class RealMongoContractTest extends LedgerContract {

    RealMongoContractTest() {
        super(new MongoHome(RealMongo.database()));
    }

    @BeforeAll
    static void isThere() {
        if (!RealMongo.isGiven()) {
            System.out.println("not run on MongoDB: " + RealMongo.WHY_NOT);
        }
        Assumptions.assumeTrue(RealMongo.isGiven(), RealMongo.WHY_NOT);
    }
}
