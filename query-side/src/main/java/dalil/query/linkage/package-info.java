/**
 * Records that may be about one person, and what every comparison of records shares. In: facts of casualties with their names, from the
 * ledger. Out: candidates with a score and the reasons for it, never a decision. Names are held in memory only, folded, and gone with the
 * process.
 */
@NullMarked
package dalil.query.linkage;

import org.jspecify.annotations.NullMarked;
