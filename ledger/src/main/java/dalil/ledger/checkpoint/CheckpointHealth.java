package dalil.ledger.checkpoint;

import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What a readiness probe wants to know of signing.
 *
 * @param size of the tree that the published checkpoint is about; empty if none is published
 * @param at when it was signed, if this process or the key folder knows
 * @param why in words; null while all is well
 */
public record CheckpointHealth(
        State state,
        Rollback rollback,
        OptionalLong size,
        @Nullable Instant at,
        @Nullable String why) {

    /** Whether checkpoints are signed. */
    public enum State {
        SIGNING,
        /** The ledger ends before the last checkpoint that was signed for it. */
        BEHIND,
        /** The ledger is not the one that the last checkpoint was signed for. */
        CONTRADICTED,
        /** A fact that was read back is not what was recorded. */
        ALTERED,
        /** The key folder or the ledger could not be written; the next start finds out what is there. */
        FAILED
    }

    /** Whether an older copy of the data in the place of the newer one would be noticed. */
    public enum Rollback {
        CHECKED,
        /** Nothing is kept outside the data folder to hold it against. */
        UNDETECTABLE
    }

    public boolean ok() {
        return state == State.SIGNING;
    }
}
