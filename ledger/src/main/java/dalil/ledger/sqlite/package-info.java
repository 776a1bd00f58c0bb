/**
 * A ledger as one SQLite file in a folder. {@link dalil.ledger.sqlite.LedgerFolder} creates and opens; blocks in, checked facts out.
 * Columns beside the record's bytes are for finding only; the audit holds them against the bytes.
 */
@NullMarked
package dalil.ledger.sqlite;

import org.jspecify.annotations.NullMarked;
