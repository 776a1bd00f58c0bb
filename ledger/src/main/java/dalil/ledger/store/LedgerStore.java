package dalil.ledger.store;

import dalil.ledger.Head;
import dalil.ledger.LedgerCase;
import dalil.ledger.StoredFact;
import java.util.List;

/**
 * What a store must do. Reads may come from any thread at any time; {@link #append} from one thread only. Every fact given out was
 * checked against its record; what does not agree is an {@link dalil.ledger.fault.IntegrityFault}.
 */
public interface LedgerStore extends StoredKeys, AutoCloseable {

    LedgerCase ledgerCase();

    /** The key under which requests are digested; it lives and dies with the ledger. */
    byte[] requestSecret();

    Head head();

    /**
     * Writes the whole block durably, or nothing of it.
     *
     * @throws dalil.ledger.fault.LedgerUnavailable with reason FULL or BUSY if nothing was written and a later append may work; with
     *     reason UNKNOWN if the block may be there or still come, and whatever is written next is safe from it; any other
     *     exception means that it is unknown whether the block is there, and nothing may be written after it
     * @throws Overtaken where several processes write, if another one was first
     */
    void append(Block block);

    /**
     * What these appends may find taken. A store that is far away asks for all of it at once; the answer is good for these appends
     * only, and only in the thread that appends.
     */
    default StoredKeys keysFor(List<PreparedAppend> appends) {
        return this;
    }

    /**
     * Where the ledger ends now, if it ended there before. Where this is the only writer, it ends where this one left it. From the
     * thread that appends only.
     *
     * @throws dalil.ledger.fault.IntegrityFault if what others added does not extend it
     */
    default Tail tail(Tail known) {
        return known;
    }

    /** The facts from an index on, contiguous, at most {@code max} and none from {@code before} on. */
    List<StoredFact> read(long from, long before, int max);

    /** A stream's facts from a sequence on, contiguous, at most {@code max} and none from index {@code before} on. */
    List<StoredFact> stream(String stream, long fromSequence, long before, int max);

    default boolean hasStream(String stream) {
        return lastSequence(stream).isPresent();
    }

    /** The greatest {@code at} among the facts 0 to {@code index}, milliseconds since 1970. Does not fall with the index. */
    long highestAt(long index);

    /** Its {@link CheckpointStore#keep} is bound as {@link #append} is: one thread, and nothing after an unknown failure. */
    CheckpointStore checkpoints();

    /** Its {@link AttestationStore#keep} is bound in the same way. */
    AttestationStore attestations();

    @Override
    void close();
}
