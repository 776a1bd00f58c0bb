/**
 * C2SP tlog-checkpoint: a log's signed statement of its size and root. {@link
 * dalil.transparency.checkpoint.SignedCheckpoint#verify} is the only way to a checkpoint that may be believed.
 */
@NullMarked
package dalil.transparency.checkpoint;

import org.jspecify.annotations.NullMarked;
