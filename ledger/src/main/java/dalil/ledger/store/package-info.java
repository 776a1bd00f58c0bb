/**
 * The port that a store fills: prepared appends and blocks in, checked facts out. The sequencer above it is the only writer.
 */
@NullMarked
package dalil.ledger.store;

import org.jspecify.annotations.NullMarked;
