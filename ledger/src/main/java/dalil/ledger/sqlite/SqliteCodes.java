package dalil.ledger.sqlite;

/** Primary result codes (sqlite.org/rescode.html); the low byte of an extended code. */
final class SqliteCodes {

    static final int BUSY = 5;
    static final int CORRUPT = 11;
    static final int FULL = 13;
    static final int NOT_A_DATABASE = 26;

    /** An extended code: no space for the index of the log. */
    static final int INDEX_CANNOT_GROW = 4_874;

    private SqliteCodes() {}
}
