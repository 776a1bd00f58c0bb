package dalil.ledger.store;

import dalil.ledger.Ledger;
import dalil.ledger.LedgerCase;
import dalil.ledger.LedgerWiring;
import dalil.ledger.audit.Finding;
import java.util.List;

/** A place where one ledger can be made, left and come back to. */
public interface Home extends AutoCloseable {

    Ledger create(LedgerCase ledgerCase, LedgerWiring wiring);

    Ledger open(LedgerWiring wiring);

    Ledger openReadOnly();

    /** What the audit of this kind of store finds. */
    List<Finding> audit();

    @Override
    void close();
}
