package dalil.ledger.faults.syscall;

/** Parts of a {@link SmallRun}. In each, all that reaches the folder comes from one thread, so that a call can be named by its number. */
enum Phase {
    /** Makes the passphrase and the key of a new ledger, and opens it. */
    KEY,
    /** Makes a ledger where there is none. */
    CREATE,
    /** Opens one whose last process was killed, so that its log is read again. */
    OPEN,
    /** Two appends. */
    APPEND,
    /** One append that is preceded by moving a long log into the file. */
    MOVE,
    /** A checkpoint in the key folder and the ledger. */
    SIGN,
    /** Closes, which moves the log into the file and deletes it. */
    CLOSE
}
