/**
 * The whole ledger held against itself: a store's holdings in, a report out. Reads only, beside a running server if need be, and goes on after
 * the first finding. It shares the record's form with the rest of the ledger, and no other check.
 */
@NullMarked
package dalil.ledger.audit;

import org.jspecify.annotations.NullMarked;
