/** Tests of the package of the same name. */
@NullMarked
package dalil.ledger.outside;

import org.jspecify.annotations.NullMarked;
