/**
 * The port that a store fills: prepared appends and blocks in, checked facts out. In one process the sequencer above it is the only
 * writer; a store says whether other processes write too.
 */
@NullMarked
package dalil.ledger.store;

import org.jspecify.annotations.NullMarked;
