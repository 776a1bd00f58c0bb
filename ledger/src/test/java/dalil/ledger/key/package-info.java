@NullMarked
package dalil.ledger.key;

import org.jspecify.annotations.NullMarked;
