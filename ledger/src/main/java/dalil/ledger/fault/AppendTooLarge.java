package dalil.ledger.fault;

/** An append is one block of the store and has its bounds: 1,000 facts and 8 MiB. */
public final class AppendTooLarge extends LedgerException {

    public AppendTooLarge(String message) {
        super(message, null);
    }
}
