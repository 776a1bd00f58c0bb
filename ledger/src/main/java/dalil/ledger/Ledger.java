package dalil.ledger;

import dalil.ledger.fault.IntegrityFault;
import dalil.ledger.fault.LedgerException;
import dalil.ledger.fault.LedgerUnavailable;
import dalil.ledger.fault.LedgerUnavailable.Reason;
import dalil.ledger.sequence.Preparation;
import dalil.ledger.sequence.Sequencer;
import dalil.ledger.store.AttestationStore;
import dalil.ledger.store.CheckpointStore;
import dalil.ledger.store.LedgerStore;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * One ledger, of one case. Safe for all threads. {@link dalil.ledger.sqlite.LedgerFolder} makes and opens them.
 *
 * <p>What is read was checked: a fact that is not what was recorded never comes out, an {@link IntegrityFault} naming its index
 * does, and from then on no append is taken. All faults are in {@link dalil.ledger.fault}.
 */
public final class Ledger implements AutoCloseable {

    private static final String HMAC = "HmacSHA256";
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final LedgerStore store;
    private final LedgerCase ledgerCase;
    private final SecretKeySpec requestKey;
    private final @Nullable Sequencer sequencer;
    private final Preparation preparation;

    private Ledger(LedgerStore store, @Nullable Sequencer sequencer, SecureRandom random) {
        this.store = store;
        this.ledgerCase = store.ledgerCase();
        this.requestKey = new SecretKeySpec(store.requestSecret(), HMAC);
        this.sequencer = sequencer;
        this.preparation = new Preparation(random);
    }

    /** A ledger that takes appends; the store must have no other writer in this process. */
    public static Ledger writing(LedgerStore store, LedgerWiring wiring) {
        return new Ledger(store, new Sequencer(store, wiring), wiring.random());
    }

    /** A ledger that another process writes. */
    public static Ledger reading(LedgerStore store) {
        return new Ledger(store, null, new SecureRandom());
    }

    public LedgerCase ledgerCase() {
        return ledgerCase;
    }

    /** The last durable head. */
    public Head head() {
        return sequencer == null ? store.head() : sequencer.head();
    }

    /** Number of facts; the next index. */
    public long size() {
        return head().size();
    }

    /**
     * Stores the facts together, contiguous, and returns when they are durable and readable.
     *
     * @param request what they answer; its row is written with them
     * @throws dalil.ledger.fault.AppendConflict if an event id or a place in a stream is taken
     * @throws dalil.ledger.fault.RequestAlreadyKnown if the request id was used before
     * @throws dalil.ledger.fault.AppendTooLarge beyond 1,000 facts or 8 MiB
     * @throws LedgerUnavailable if no appends are taken just now
     */
    public Appended append(List<NewFact> facts, @Nullable RequestInProgress request) {
        if (sequencer == null) {
            throw new LedgerUnavailable(Reason.READ_ONLY, "the ledger is open for reading only");
        }
        return sequencer.append(preparation.prepare(facts, request));
    }

    /** The facts from an index on, contiguous, at most {@code max}; none from {@link #size()} on. */
    public List<StoredFact> read(long fromIndex, int max) {
        return trusted(() -> store.read(fromIndex, size(), max));
    }

    /** A stream's facts from a sequence on, in order, none from index {@code beforeIndex} on. */
    public List<StoredFact> stream(String stream, long fromSequence, long beforeIndex) {
        return stream(stream, fromSequence, beforeIndex, Integer.MAX_VALUE);
    }

    /** The same, at most {@code max}. */
    public List<StoredFact> stream(String stream, long fromSequence, long beforeIndex, int max) {
        return trusted(() -> store.stream(stream, fromSequence, Math.min(beforeIndex, size()), max));
    }

    public boolean exists(String stream) {
        return store.hasStream(stream);
    }

    /** The highest sequence of a stream; empty if no fact is in it. */
    public OptionalLong lastSequence(String stream) {
        return store.lastSequence(stream);
    }

    /** What a request led to, if it was answered before. */
    public Optional<RequestAnswer> request(UUID id) {
        return store.request(id);
    }

    /** HMAC of a canonical request under this ledger's own secret, 32 bytes. */
    public byte[] digest(byte[] canonicalRequest) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(requestKey);
            return mac.doFinal(canonicalRequest);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** Waits until the ledger has that size, or the time is over; says which. */
    public boolean awaitSize(long atLeast, Duration timeout) {
        if (sequencer != null) {
            return sequencer.awaitSize(atLeast, timeout);
        }
        long end = System.nanoTime() + timeout.toNanos();
        while (size() < atLeast) {
            long left = end - System.nanoTime();
            if (left <= 0 || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(Math.min(left, POLL_NANOS));
        }
        return true;
    }

    /** The highest index with {@code recorded} not after the instant; empty if there is none. */
    public OptionalLong indexAt(Instant recorded) {
        long after =
                firstIndex(size(), index -> read(index, 1).get(0).recorded().isAfter(recorded));
        return after == 0 ? OptionalLong.empty() : OptionalLong.of(after - 1);
    }

    /** The lowest index with {@code at} not before the instant; empty if there is none. */
    public OptionalLong firstIndexAt(Instant at) {
        // The greatest `at` so far never falls, and first reaches the instant where `at` first does.
        long size = size();
        long first = firstIndex(
                size, index -> !Instant.ofEpochMilli(store.highestAt(index)).isBefore(at));
        return first == size ? OptionalLong.empty() : OptionalLong.of(first);
    }

    /** One fact that is not what was recorded, and nothing more is added to what may not be this ledger any more. */
    private <T> T trusted(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IntegrityFault fault) {
            if (sequencer != null) {
                sequencer.stop(fault);
            }
            throw fault;
        }
    }

    /** The lowest index below the size for which a condition holds that goes on holding; the size if there is none. */
    private static long firstIndex(long size, LongPredicate holds) {
        long low = 0;
        long high = size;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (holds.test(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** The checkpoints kept with the ledger; what is added to them is written by the ledger's one writer. */
    public CheckpointStore checkpoints() {
        CheckpointStore kept = store.checkpoints();
        return sequencer == null ? kept : new SequencedCheckpoints(kept, sequencer);
    }

    /** What others said of the checkpoints; written in the same way. */
    public AttestationStore attestations() {
        AttestationStore kept = store.attestations();
        return sequencer == null ? kept : new SequencedAttestations(kept, sequencer);
    }

    /**
     * Facts from here on are recorded at this time or later: they come after a checkpoint that was signed then. Without effect where
     * no appends are taken.
     */
    public void recordNotBefore(Instant time) {
        if (sequencer != null) {
            sequencer.recordNotBefore(time);
        }
    }

    /** Takes no more appends and says why; reads go on. Without effect where none are taken. */
    public void stop(LedgerException reason) {
        if (sequencer != null) {
            sequencer.stop(reason);
        }
    }

    public LedgerHealth health() {
        return sequencer == null ? new LedgerHealth(false, null, Duration.ZERO, false) : sequencer.health();
    }

    /** Appends that wait for the group being written; for health and overload tests. */
    public int waitingAppends() {
        return sequencer == null ? 0 : sequencer.waiting();
    }

    /** Writes what still waits, then lets go of the folder. */
    @Override
    public void close() {
        if (sequencer != null) {
            sequencer.close();
        }
        store.close();
    }
}
