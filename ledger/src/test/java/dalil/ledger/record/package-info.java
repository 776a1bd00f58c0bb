/** Tests of the package of the same name. */
@NullMarked
package dalil.ledger.record;

import org.jspecify.annotations.NullMarked;
