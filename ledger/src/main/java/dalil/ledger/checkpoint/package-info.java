/**
 * From stored facts to signed checkpoints and what strangers need to check them. Facts in, read back from the store; checkpoints,
 * tiles and proofs out. Nothing here changes a fact.
 */
@NullMarked
package dalil.ledger.checkpoint;

import org.jspecify.annotations.NullMarked;
