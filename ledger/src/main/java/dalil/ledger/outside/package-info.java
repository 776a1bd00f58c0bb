/**
 * Calls to servers of others: an address that was configured and bytes in, an answer of bounded size and time out. No answer is
 * believed here.
 */
@NullMarked
package dalil.ledger.outside;

import org.jspecify.annotations.NullMarked;
