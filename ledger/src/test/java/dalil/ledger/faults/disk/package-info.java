/** A disk that is full. */
@NullMarked
package dalil.ledger.faults.disk;

import org.jspecify.annotations.NullMarked;
