/** Tests of the package of the same name. */
@NullMarked
package dalil.ledger.sequence;

import org.jspecify.annotations.NullMarked;
