package dalil.ledger.audit;

import dalil.ledger.Head;
import dalil.ledger.RequestAnswer;
import dalil.ledger.store.CheckpointStore.Kept;
import dalil.ledger.store.SealedCase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A ledger as its store holds it, as of one moment, with nothing checked: what an audit holds against itself and a copy takes over.
 * Every question may be answered with {@link Unreadable}. {@link #facts} and {@link #integrity} may be asked by several threads.
 */
public interface Holdings extends AutoCloseable {

    /** @throws dalil.ledger.fault.IntegrityFault if there is none that could be one */
    Head head();

    /** @throws dalil.ledger.fault.IntegrityFault if it is not as it was sealed */
    SealedCase sealedCase();

    /** Whether the store itself is what was made for a ledger: tables, collections, indexes. */
    void form(Findings findings);

    /** What the store's kind says of its own soundness. */
    void integrity(Findings findings);

    /** The index after the last fact. */
    long end();

    /** How many facts there are. */
    long count();

    /**
     * The tree at each multiple of {@link dalil.ledger.store.Block#MILESTONE}, encoded; null in a store that keeps none, because each
     * of its blocks has a tree.
     */
    @Nullable Map<Long, byte[]> milestones();

    /** Facts from an index up to another, in order; those that are missing are left out. */
    void facts(long from, long before, Consumer<RawFact> each);

    /** All checkpoints, by size. */
    List<Kept> checkpoints();

    /**
     * What is kept of a request.
     *
     * @param near where it is expected to have its first fact
     */
    Optional<RequestAnswer> request(String id, long near);

    /** How many requests have their first fact below an index. */
    long requests(long before);

    /** These requests, in order of their first fact. */
    void requests(long before, Consumer<RawRequest> each);

    /** The kept root of a full tile, which is a hash of the level above. */
    byte @Nullable [] node(int level, long index);

    /** How many of them there are. */
    long nodes();

    /** What others said of the checkpoints, in the order it was kept. */
    void attestations(Consumer<RawAttestation> each);

    /**
     * What no fact accounts for.
     *
     * @param size of the ledger by its head
     * @param streams how many the facts name
     */
    void leftovers(long size, long streams, Findings findings);

    /**
     * What was stored and the store no longer gives. Asked last, also where the rest is damaged.
     *
     * @param size of the ledger by its head; 0 without one
     * @return what cannot be decided, in words; null if nothing
     */
    default @Nullable String lost(long size, Findings findings) {
        return null;
    }

    @Override
    void close();

    /**
     * What is kept of a request.
     *
     * @param meta the meta section of its first fact, if there is one
     */
    @SuppressWarnings("ArrayRecordComponent") // carried to the check, never compared
    record RawRequest(String id, RequestAnswer answer, byte @Nullable [] meta) {}

    /**
     * What somebody said of a checkpoint.
     *
     * @param kind the word for it in the store
     * @param checkpoint the number of what should be one
     */
    @SuppressWarnings("ArrayRecordComponent") // carried to the check, never compared
    record RawAttestation(String kind, long checkpoint, String by, byte[] bytes) {}
}
