/**
 * Records that may be about one incident. In: facts of incidents and listings of datasets, from the ledger. Out: candidates with a score
 * and the reasons for it, never a decision. Words of texts are held in memory only, as numbers that cannot be read back.
 */
@NullMarked
package dalil.query.linkage.incident;

import org.jspecify.annotations.NullMarked;
