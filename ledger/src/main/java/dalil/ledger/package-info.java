/**
 * The register's memory: facts in, in one order that nobody can quietly change; facts out, checked on every read.
 * {@link dalil.ledger.Ledger} is what other modules use, {@link dalil.ledger.sqlite.LedgerFolder} makes and opens one. Bytes, order of
 * writes and the reasons are in the ledger's design page; the sub-packages are its parts.
 */
@NullMarked
package dalil.ledger;

import org.jspecify.annotations.NullMarked;
