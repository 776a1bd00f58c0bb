package dalil.ledger.checkpoint;

import dalil.ledger.Ledger;
import dalil.ledger.store.CheckpointStore.Kept;
import dalil.transparency.MalformedException;
import dalil.transparency.VerificationException;
import dalil.transparency.checkpoint.SignedCheckpoint;
import dalil.transparency.note.VerifierKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last checkpoint that another process signed, for a process that does not sign. It shows none that the given keys did not sign,
 * none of another log, none that goes back, and none beyond the facts that can be read here.
 */
public final class FollowedCheckpoint implements Supplier<Optional<SignedCheckpoint>> {

    private static final Logger LOG = LoggerFactory.getLogger(FollowedCheckpoint.class);

    private final Ledger ledger;
    private final List<VerifierKey> keys;
    private final long everyNanos;
    private @Nullable SignedCheckpoint shown;
    private long number;
    private long refused;
    private long looked;

    /** @param every how long the last look is good enough */
    public FollowedCheckpoint(Ledger ledger, List<VerifierKey> keys, Duration every) {
        this.ledger = ledger;
        this.keys = List.copyOf(keys);
        this.everyNanos = every.toNanos();
        this.looked = System.nanoTime() - everyNanos;
    }

    @Override
    public synchronized Optional<SignedCheckpoint> get() {
        if (System.nanoTime() - looked >= everyNanos) {
            looked = System.nanoTime();
            ledger.checkpoints()
                    .last()
                    .filter(last -> last.number() > number && last.size() <= ledger.size())
                    .ifPresent(this::show);
        }
        return Optional.ofNullable(shown);
    }

    /** Number of the one that is shown; 0 if there is none. */
    public synchronized long number() {
        return get().isPresent() ? number : 0;
    }

    /** Whether the last one in the ledger is not shown because it is not what it should be. */
    public synchronized boolean refuses() {
        return refused > number;
    }

    private void show(Kept kept) {
        try {
            SignedCheckpoint checkpoint = SignedCheckpoint.parse(kept.note());
            checkpoint.verify(keys, List.of());
            boolean ours =
                    checkpoint.checkpoint().origin().equals(ledger.ledgerCase().origin());
            boolean back = shown != null
                    && checkpoint.checkpoint().size() < shown.checkpoint().size();
            if (!ours || back || checkpoint.checkpoint().size() != kept.size()) {
                refuse(kept, "of another log, or smaller than the one before");
                return;
            }
            shown = checkpoint;
            number = kept.number();
        } catch (MalformedException | VerificationException forged) {
            refuse(kept, String.valueOf(forged.getMessage()));
        }
    }

    private void refuse(Kept kept, String why) {
        if (kept.number() > refused) {
            LOG.error("checkpoint {} is not shown: {}", kept.number(), why);
            refused = kept.number();
        }
    }
}
