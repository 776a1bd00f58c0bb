/**
 * C2SP tlog-witness: published checkpoints go to witnesses of the operator's choice with the proof that they only added to what the
 * witness saw before; cosignatures that were checked come out. Witnesses are not trusted: their answers are bounded, nothing is kept
 * that does not verify. What they say of what they saw before can stop a start, and no more than that.
 */
@NullMarked
package dalil.ledger.witness;

import org.jspecify.annotations.NullMarked;
