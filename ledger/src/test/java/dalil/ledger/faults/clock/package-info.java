/** A clock that is wrong. */
@NullMarked
package dalil.ledger.faults.clock;

import org.jspecify.annotations.NullMarked;
