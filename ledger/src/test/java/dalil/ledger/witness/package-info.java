/** Witnesses that keep the standard to the letter, and witnesses that lie. */
@NullMarked
package dalil.ledger.witness;

import org.jspecify.annotations.NullMarked;
