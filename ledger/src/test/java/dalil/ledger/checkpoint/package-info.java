@NullMarked
package dalil.ledger.checkpoint;

import org.jspecify.annotations.NullMarked;
