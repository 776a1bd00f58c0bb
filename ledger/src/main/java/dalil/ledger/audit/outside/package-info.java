/**
 * What the asker and others hold of the log, against what the log has: cosignatures under a policy, checkpoints that somebody kept.
 */
@NullMarked
package dalil.ledger.audit.outside;

import org.jspecify.annotations.NullMarked;
