package dalil.ledger.witness;

import dalil.ledger.Ledger;
import dalil.ledger.checkpoint.Checkpointer;
import dalil.ledger.checkpoint.NumberedCheckpoint;
import dalil.ledger.checkpoint.PublishedLog;
import dalil.ledger.fault.IntegrityFault;
import dalil.ledger.fault.LedgerException;
import dalil.ledger.fault.LedgerUnavailable;
import dalil.ledger.fault.LedgerUnavailable.Reason;
import dalil.ledger.outside.Retry;
import dalil.ledger.store.AttestationStore.Kind;
import dalil.ledger.store.CheckpointStore.Kept;
import dalil.ledger.witness.WitnessAnswer.Cosigned;
import dalil.ledger.witness.WitnessAnswer.Holds;
import dalil.transparency.MalformedException;
import dalil.transparency.VerificationException;
import dalil.transparency.tree.ConsistencyProof;
import dalil.transparency.tree.Hash;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One witness's turn: if it has not cosigned the published checkpoint, or nothing at all since this process started, ask it, check the
 * answer, keep it. What fails is told in health and tried again later; nothing else waits for it.
 *
 * <p>The first answer decides more. A log only shows a checkpoint that it kept in two places, so a witness that saw a larger tree, or
 * another, means that this ledger is an older copy or another's; then nothing is appended or signed. Once it has cosigned, the same
 * words mean that somebody else signs with this key, and stopping would only help them: they are told in health.
 */
final class WitnessRound implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(WitnessRound.class);
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration LATEST = Duration.ofMinutes(10);

    private final Checkpointer checkpointer;
    private final PublishedLog log;
    private final WitnessServer witness;
    private final Cosignatures cosignatures;
    private final Retry retry;
    private final CountDownLatch firstTurn = new CountDownLatch(1);

    /** The size that it cosigned last, as far as is known here. */
    private long known;

    private volatile long cosigned;
    private volatile boolean answered;
    private volatile @Nullable Instant at;

    WitnessRound(
            Ledger ledger, Checkpointer checkpointer, WitnessServer witness, Cosignatures cosignatures, Clock clock) {
        this.checkpointer = checkpointer;
        this.log = new PublishedLog(ledger, checkpointer::published);
        this.witness = witness;
        this.cosignatures = cosignatures;
        this.retry = new Retry(clock, SOON, LATEST);
        this.cosigned = ledger.attestations()
                .last(Kind.COSIGNATURE, WitnessServer.maker(witness.key()))
                .orElse(0);
        this.known = ledger.checkpoints().numbered(cosigned).map(Kept::size).orElse(0L);
    }

    @Override
    public void run() {
        try {
            NumberedCheckpoint last = checkpointer.last().orElse(null);
            if (last != null && (!answered || last.number() > cosigned) && retry.due()) {
                ask(last);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (IOException | MalformedException | VerificationException | LedgerException failed) {
            failed(String.valueOf(failed.getMessage()));
        } catch (RuntimeException unforeseen) {
            LOG.error("asking the witness {} failed in a way it should not", witness.name(), unforeseen);
            failed(unforeseen.getClass().getSimpleName());
        } finally {
            firstTurn.countDown();
        }
    }

    private void ask(NumberedCheckpoint last) throws IOException, InterruptedException {
        WitnessAnswer answer = from(Math.min(known, last.size()), last);
        if (answer instanceof Holds holds && holds.size() <= last.size()) {
            // Others may have shown it what is public, or it lost what it knew.
            answer = from(holds.size(), last);
        }
        if (answer instanceof Cosigned given) {
            // A crash before this returns: the witness is ahead of what is kept here, says so by 409 on the next start
            // and
            // cosigns again. After: it is there for good.
            cosignatures.keep(last.number(), witness.key(), given.line());
            known = last.size();
            cosigned = last.number();
            at = given.at();
            answered = true;
            retry.succeeded(Duration.ZERO);
        } else if (answer instanceof Holds holds && holds.size() <= last.size()) {
            failed("it changed its mind about the size it has: now " + holds.size());
        } else if (answer instanceof Holds holds) {
            ahead(holds.size());
        } else {
            contradicted(
                    Reason.CONTRADICTS_CHECKPOINT,
                    "saw another tree: what it cosigned is not the beginning of the published checkpoint of "
                            + last.size() + " facts");
        }
    }

    private WitnessAnswer from(long old, NumberedCheckpoint last) throws IOException, InterruptedException {
        return witness.add(new AddCheckpoint(old, proof(old, last.size()), last.note()), last.checkpoint());
    }

    private List<Hash> proof(long old, long size) {
        if (old == 0 || old == size) {
            return List.of();
        }
        return log.consistency(old, size)
                .map(ConsistencyProof::path)
                .orElseThrow(
                        () -> IntegrityFault.ofLedger("no checkpoint of " + size + " facts is published any more"));
    }

    private void ahead(long size) {
        NumberedCheckpoint now = checkpointer.last().orElse(null);
        if (now != null && now.size() >= size) {
            // A newer one was published meanwhile, and somebody showed it.
            known = size;
            return;
        }
        contradicted(
                Reason.BEHIND_CHECKPOINT,
                "saw a checkpoint of " + size + " facts, the published one covers " + (now == null ? 0 : now.size()));
    }

    private void contradicted(Reason reason, String what) {
        failed(what);
        if (!answered) {
            checkpointer.refuse(new LedgerUnavailable(
                    reason,
                    "the witness " + witness.name() + " " + what + "; nothing is appended or signed (docs/proofs.md)"));
        }
    }

    private void failed(String why) {
        retry.failed(why);
        LOG.warn("no cosignature by {}, failure {}: {}", witness.name(), retry.failures(), why);
    }

    /** Whether the first turn is over within that time. */
    boolean awaitFirstTurn(long nanos) throws InterruptedException {
        return firstTurn.await(nanos, TimeUnit.NANOSECONDS);
    }

    WitnessHealth health() {
        return new WitnessHealth(
                witness.name(),
                answered,
                cosigned == 0 ? OptionalLong.empty() : OptionalLong.of(cosigned),
                at,
                retry.failures(),
                retry.why());
    }
}
