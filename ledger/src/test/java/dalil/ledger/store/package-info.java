/** What every store must do, as tests that each store's own tests extend. */
@NullMarked
package dalil.ledger.store;

import org.jspecify.annotations.NullMarked;
