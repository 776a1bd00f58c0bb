package dalil.ledger.store;

/**
 * Another process put its block in the place of this one, or took one of its keys, after the keys were looked up. Nothing of this
 * block is stored or ever will be; what it held can be placed anew behind {@link LedgerStore#tail}.
 */
public final class Overtaken extends RuntimeException {

    public Overtaken(String message) {
        super(message, null, false, false);
    }
}
