/**
 * A ledger moved from one store to another, byte for byte: a store's holdings in, an unfinished ledger filled, read back, and finished
 * only if it leads to the same root. Whoever interrupts it leaves nothing that opens.
 */
@NullMarked
package dalil.ledger.copy;

import org.jspecify.annotations.NullMarked;
