/** Tests of the package of the same name. */
@NullMarked
package dalil.ledger.audit;

import org.jspecify.annotations.NullMarked;
