package dalil.ledger.axon;

import dalil.events.FactCatalogue;
import dalil.events.FactType;
import dalil.ledger.Ledger;
import dalil.ledger.Sample;
import dalil.ledger.mongo.FakeMongo;
import dalil.ledger.mongo.MongoLedger;
import dalil.ledger.sqlite.LedgerFolder;
import java.nio.file.Path;
import java.util.List;

/** Axon's contract publishes bare strings; this names them. The serializer is the production one. */
final class ContractFacts {

    static final FactCatalogue CATALOGUE =
            FactCatalogue.of(List.of(new FactType(String.class, "contract.payload", "1")));

    private ContractFacts() {}

    static Ledger ledger(Path folder) {
        return LedgerFolder.create(folder, Sample.CASE, Sample.wiring());
    }

    static Ledger mongo() {
        return MongoLedger.at(FakeMongo.database()).create(Sample.CASE, Sample.wiring());
    }

    static LedgerEventStorageEngine.Builder engine(Ledger ledger) {
        FactSerializer serializer = new FactSerializer(CATALOGUE);
        return LedgerEventStorageEngine.builder()
                .ledger(ledger)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer);
    }
}
