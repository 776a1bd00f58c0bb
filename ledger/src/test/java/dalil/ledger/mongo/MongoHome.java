package dalil.ledger.mongo;

import com.mongodb.client.MongoClients;
import dalil.ledger.Ledger;
import dalil.ledger.LedgerCase;
import dalil.ledger.LedgerWiring;
import dalil.ledger.audit.Audit;
import dalil.ledger.audit.AuditKeys;
import dalil.ledger.audit.Finding;
import dalil.ledger.mongo.audit.MongoHoldings;
import dalil.ledger.store.Home;
import java.util.List;

/** A database, gone afterwards. */
public final class MongoHome implements Home {

    private final MongoAddress address;
    private final MongoLedger place;

    public MongoHome(MongoAddress address) {
        this.address = address;
        this.place = MongoLedger.at(address);
    }

    @Override
    public Ledger create(LedgerCase ledgerCase, LedgerWiring wiring) {
        return place.create(ledgerCase, wiring);
    }

    @Override
    public Ledger open(LedgerWiring wiring) {
        return place.open(wiring);
    }

    @Override
    public Ledger openReadOnly() {
        return place.openReadOnly();
    }

    @Override
    public List<Finding> audit() {
        return Audit.of(() -> MongoHoldings.open(address, MongoTimes.USUAL), AuditKeys.NONE)
                .findings();
    }

    @Override
    public void close() {
        try (var client = MongoClients.create(address.uri())) {
            client.getDatabase(address.database()).drop();
        }
    }
}
