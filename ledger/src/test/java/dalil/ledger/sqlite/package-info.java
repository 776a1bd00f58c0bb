/** Tests of the package of the same name. */
@NullMarked
package dalil.ledger.sqlite;

import org.jspecify.annotations.NullMarked;
