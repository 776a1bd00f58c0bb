/**
 * Axon's storage engine on a ledger: events in from a unit of work's commit, events out by stream or in the one order. Passes Axon's
 * contract tests as they are.
 */
@NullMarked
package dalil.ledger.axon;

import org.jspecify.annotations.NullMarked;
