package dalil.ledger.checkpoint;

import dalil.ledger.Head;
import dalil.ledger.Ledger;
import dalil.ledger.checkpoint.CheckpointHealth.Rollback;
import dalil.ledger.checkpoint.CheckpointHealth.State;
import dalil.ledger.checkpoint.StartRule.HalfPublished;
import dalil.ledger.checkpoint.StartRule.Start;
import dalil.ledger.fault.IntegrityFault;
import dalil.ledger.fault.KeyUnavailable;
import dalil.ledger.fault.LedgerException;
import dalil.ledger.fault.LedgerUnavailable;
import dalil.ledger.fault.LedgerUnavailable.Reason;
import dalil.ledger.key.KeyFolder;
import dalil.ledger.key.LastSigned;
import dalil.ledger.store.CheckpointStore.Kept;
import dalil.ledger.store.CheckpointStore.Node;
import dalil.transparency.checkpoint.Checkpoint;
import dalil.transparency.checkpoint.SignedCheckpoint;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs for one ledger, in the one process that has its key folder open. A checkpoint exists only if the records, read back from the
 * store, lead to the root that the sequencer had when it wrote them; it extends the one before by construction, because both are of
 * one tree that only grows. What a crash means is said at each step.
 */
public final class Checkpointer {

    private static final Logger LOG = LoggerFactory.getLogger(Checkpointer.class);

    private final Ledger ledger;
    private final KeyFolder keys;
    private final Clock clock;
    private final Reread reread;

    private RereadTree tree = new RereadTree();
    private long number;
    private boolean begun;
    private @Nullable HalfPublished halfPublished;
    private volatile @Nullable NumberedCheckpoint published;
    private volatile @Nullable Instant signedAt;
    private volatile State state = State.SIGNING;
    private volatile @Nullable String why;

    private Checkpointer(Ledger ledger, KeyFolder keys, Clock clock) {
        this.ledger = ledger;
        this.keys = keys;
        this.clock = clock;
        this.reread = new Reread(ledger);
    }

    /**
     * Holds the ledger against the last checkpoint that was signed for it. If it is behind it or another ledger, no append is taken
     * from here on and nothing is signed; {@link #health} says so.
     */
    public static Checkpointer start(Ledger ledger, KeyFolder keys, Clock clock) {
        Checkpointer checkpointer = new Checkpointer(ledger, keys, clock);
        checkpointer.guarded(checkpointer::begin);
        return checkpointer;
    }

    private void begin() {
        if (begun) {
            return;
        }
        Start start = new StartRule(ledger, keys).start();
        tree = start.tree();
        number = start.number();
        SignedCheckpoint last = start.published();
        if (last != null && start.adopted()) {
            // The key folder is an older copy than the data. A crash here: the next start does the same.
            keys.keep(new LastSigned(number, clock.instant(), last));
        }
        published = last == null ? null : new NumberedCheckpoint(number, last);
        signedAt = keys.lastSigned().map(LastSigned::at).orElse(null);
        if (signedAt != null) {
            ledger.recordNotBefore(signedAt);
        }
        halfPublished = start.halfPublished();
        begun = true;
        complete();
    }

    /** Signs and publishes one if there are facts that none covers yet. Never throws: {@link #health} says what went wrong. */
    public synchronized void checkpoint() {
        if (state == State.SIGNING) {
            guarded(() -> {
                begin();
                complete();
                sign();
            });
        }
    }

    private void sign() {
        Head head = ledger.head();
        if (published != null && head.size() == tree.size()) {
            return;
        }
        // 1. The root a second time, from what the store gives back. A crash here or anywhere before 3: nothing was
        // signed that
        //    anybody saw, and the next start signs for whatever size it finds.
        RereadTree next = tree.copy();
        List<Node> nodes = new ArrayList<>();
        reread.extend(next, head.size(), nodes);
        if (!next.root().equals(head.range().root())) {
            throw IntegrityFault.at(
                    tree.size(),
                    "the records from here to " + (head.size() - 1) + " lead to root " + next.root()
                            + ", the head they were written with to "
                            + head.range().root());
        }
        // 2. Sign. Ed25519 is deterministic, so one text has one signature however often it is made.
        Checkpoint text = new Checkpoint(ledger.ledgerCase().origin(), next.size(), next.root());
        SignedCheckpoint signed = SignedCheckpoint.sign(text, keys.signer());
        // 3. Keep it outside, durably. A crash before its rename: as before 1. After: it is the last one for ever,
        // though nobody
        //    has seen it; the next start finds it there and not in the ledger, and completes it. None other of its size
        // is signed.
        LastSigned last = new LastSigned(number + 1, notBefore(clock.instant(), signedAt), signed);
        keys.keep(last);
        signedAt = last.at();
        ledger.recordNotBefore(last.at());
        halfPublished = new HalfPublished(last, next, nodes);
        complete();
    }

    private void complete() {
        HalfPublished half = halfPublished;
        if (half == null) {
            return;
        }
        LastSigned signed = half.signed();
        // 4. Keep it in the ledger, with the tile roots it adds, in one transaction. A crash inside: nothing of it is
        // there, as
        //    after 3. A crash right after: it is in both places, and the next start publishes it.
        ledger.checkpoints()
                .keep(
                        new Kept(
                                signed.number(),
                                half.tree().size(),
                                signed.checkpoint().format()),
                        half.nodes());
        tree = half.tree();
        number = signed.number();
        halfPublished = null;
        // 5. Publish. A crash here: readers who saw it and readers who did not; it is the same after the next start.
        published = new NumberedCheckpoint(number, signed.checkpoint());
    }

    private static Instant notBefore(Instant now, @Nullable Instant last) {
        return last != null && last.isAfter(now) ? last : now;
    }

    private void guarded(Runnable step) {
        try {
            step.run();
        } catch (IntegrityFault altered) {
            stop(State.ALTERED, altered);
            ledger.stop(altered);
        } catch (LedgerUnavailable refused) {
            refused(refused);
        } catch (KeyUnavailable unknown) {
            // After a failed write or fsync nobody knows which of two the disk holds. The facts go on being recorded.
            stop(State.FAILED, unknown);
        }
    }

    private void refused(LedgerUnavailable refused) {
        if (refused.reason() == Reason.BEHIND_CHECKPOINT) {
            stop(State.BEHIND, refused);
            ledger.stop(refused);
        } else if (refused.reason() == Reason.CONTRADICTS_CHECKPOINT) {
            stop(State.CONTRADICTED, refused);
            ledger.stop(refused);
        } else if (refused.reason() == Reason.FULL
                || refused.reason() == Reason.BUSY
                || refused.reason() == Reason.UNKNOWN) {
            // What is half published stays so and is tried again; nothing else is signed meanwhile.
            LOG.warn("a checkpoint waits: {}", refused.getMessage());
        } else {
            stop(State.FAILED, refused);
        }
    }

    /**
     * Somebody outside saw more of this log than is here, or another: as if a checkpoint outside said so on start.
     *
     * @param seen with reason BEHIND_CHECKPOINT or CONTRADICTS_CHECKPOINT
     */
    public synchronized void refuse(LedgerUnavailable seen) {
        if (state == State.SIGNING) {
            refused(seen);
        }
    }

    private void stop(State because, LedgerException fault) {
        LOG.error("no checkpoint is signed any more: {}", fault.getMessage());
        why = String.valueOf(fault.getMessage());
        state = because;
        if (because == State.BEHIND || because == State.CONTRADICTED) {
            published = null;
        }
    }

    /** The last checkpoint that may be shown; empty before the first, and where the ledger is not the one that was signed for. */
    public Optional<SignedCheckpoint> published() {
        return last().map(NumberedCheckpoint::checkpoint);
    }

    /** The same with its number. */
    public Optional<NumberedCheckpoint> last() {
        return Optional.ofNullable(published);
    }

    public CheckpointHealth health() {
        NumberedCheckpoint last = published;
        Rollback rollback = keys.lastSigned().isPresent() ? Rollback.CHECKED : Rollback.UNDETECTABLE;
        OptionalLong size = last == null ? OptionalLong.empty() : OptionalLong.of(last.size());
        return new CheckpointHealth(state, rollback, size, signedAt, why);
    }
}
