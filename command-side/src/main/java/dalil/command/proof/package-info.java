/**
 * What strangers need to check the ledger: checkpoint, tiles and proofs, and for those who are at the machine itself the entries and
 * receipts. Reads only; facts in, none out.
 */
@NullMarked
package dalil.command.proof;

import org.jspecify.annotations.NullMarked;
