/**
 * What can go wrong, by kind: <em>conflict</em> (somebody else was first; load again or answer the first answer), <em>unavailable</em>
 * (try later), <em>integrity fault</em> (what is stored is not what was recorded; stop). Anything else is a bug of the caller.
 */
@NullMarked
package dalil.ledger.fault;

import org.jspecify.annotations.NullMarked;
