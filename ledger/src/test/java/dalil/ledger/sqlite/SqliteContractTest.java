package dalil.ledger.sqlite;

import dalil.ledger.store.LedgerContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteContractTest extends LedgerContract {

    SqliteContractTest(@TempDir Path folder) {
        super(new SqliteHome(folder));
    }
}
