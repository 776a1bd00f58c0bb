/** The read side. In: the ledger. Out: records, timelines and tallies over HTTP, each naming the index it reflects. */
@NullMarked
package dalil.query;

import org.jspecify.annotations.NullMarked;
