/** What the ledger promises, tried from outside. */
@NullMarked
package dalil.ledger;

import org.jspecify.annotations.NullMarked;
