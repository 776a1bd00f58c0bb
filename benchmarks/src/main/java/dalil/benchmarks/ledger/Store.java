package dalil.benchmarks.ledger;

import java.util.Locale;

/** Who takes part. */
enum Store {
    DALIL,
    POSTGRES,
    /** A fake in memory. */
    MONGO;

    String argument() {
        return name().toLowerCase(Locale.ROOT);
    }
}
