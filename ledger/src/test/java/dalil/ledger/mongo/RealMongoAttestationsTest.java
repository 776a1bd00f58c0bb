package dalil.ledger.mongo;

import dalil.ledger.Ledger;
import dalil.ledger.Sample;
import dalil.ledger.store.AttestationStoreContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;

/** What attestation stores do, on the replica set that the environment names. */
class RealMongoAttestationsTest extends AttestationStoreContract {

    private final MongoAddress address = RealMongo.database();
    private final MongoLedger place = MongoLedger.at(address);

    @BeforeAll
    static void isThere() {
        Assumptions.assumeTrue(RealMongo.isGiven(), RealMongo.WHY_NOT);
    }

    @Override
    protected Ledger open() {
        return place.isThere() ? place.open(Sample.wiring()) : place.create(Sample.CASE, Sample.wiring());
    }

    @AfterEach
    void drop() {
        new MongoHome(address).close();
    }
}
