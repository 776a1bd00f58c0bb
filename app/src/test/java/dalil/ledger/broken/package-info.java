@NullMarked
package dalil.ledger.broken;

import org.jspecify.annotations.NullMarked;
