/**
 * The one order: appends from all threads in, blocks to the store out. Prepares in the caller's thread, groups what waits, gives
 * indexes and times, writes, then answers.
 */
@NullMarked
package dalil.ledger.sequence;

import org.jspecify.annotations.NullMarked;
