/** A writer that is killed, and what must be left of its ledger. */
@NullMarked
package dalil.ledger.kill;

import org.jspecify.annotations.NullMarked;
