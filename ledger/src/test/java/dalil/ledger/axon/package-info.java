/** Tests of the package of the same name. */
@NullMarked
package dalil.ledger.axon;

import org.jspecify.annotations.NullMarked;
