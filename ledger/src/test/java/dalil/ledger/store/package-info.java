/** The contract that every store passes, and the homes in which the stores are made for it. */
@NullMarked
package dalil.ledger.store;

import org.jspecify.annotations.NullMarked;
