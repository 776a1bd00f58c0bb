/** What all questions and answers of the read side have in common: where in the ledger they stand, their parameters and headers. */
@NullMarked
package dalil.query.wire;

import org.jspecify.annotations.NullMarked;
