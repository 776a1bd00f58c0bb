/** Tests of the package of the same name. */
@NullMarked
package dalil.ledger.timestamp;

import org.jspecify.annotations.NullMarked;
