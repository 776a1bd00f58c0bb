package dalil.ledger.sqlite;

import dalil.ledger.Ledger;
import dalil.ledger.LedgerCase;
import dalil.ledger.LedgerWiring;
import dalil.ledger.audit.Audit;
import dalil.ledger.audit.Finding;
import dalil.ledger.store.Home;
import java.nio.file.Path;
import java.util.List;

/** A folder. */
final class SqliteHome implements Home {

    private final Path folder;

    SqliteHome(Path folder) {
        this.folder = folder;
    }

    @Override
    public Ledger create(LedgerCase ledgerCase, LedgerWiring wiring) {
        return LedgerFolder.create(folder, ledgerCase, wiring);
    }

    @Override
    public Ledger open(LedgerWiring wiring) {
        return LedgerFolder.open(folder, wiring);
    }

    @Override
    public Ledger openReadOnly() {
        return LedgerFolder.openReadOnly(folder);
    }

    @Override
    public List<Finding> audit() {
        return Audit.of(folder).findings();
    }

    @Override
    public void close() {}
}
