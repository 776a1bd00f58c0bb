package dalil.ledger.store;

import dalil.ledger.Head;
import dalil.ledger.LedgerCase;
import dalil.ledger.RequestAnswer;
import dalil.ledger.StoredFact;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * What a store must do. Reads may come from any thread at any time; {@link #append} from one thread only. Every fact given out was
 * checked against its record; what does not agree is an {@link dalil.ledger.fault.IntegrityFault}.
 */
public interface LedgerStore extends AutoCloseable {

    LedgerCase ledgerCase();

    /** The key under which requests are digested; it lives and dies with the ledger. */
    byte[] requestSecret();

    Head head();

    /**
     * Writes the whole block durably, or nothing of it.
     *
     * @throws dalil.ledger.fault.LedgerUnavailable with reason FULL or BUSY if nothing was written and a later append may work; any
     *     other exception means that it is unknown whether the block is there, and nothing may be written after it
     */
    void append(Block block);

    /** The facts from an index on, contiguous, at most {@code max} and none from {@code before} on. */
    List<StoredFact> read(long from, long before, int max);

    /** A stream's facts from a sequence on, contiguous, at most {@code max} and none from index {@code before} on. */
    List<StoredFact> stream(String stream, long fromSequence, long before, int max);

    /** The highest sequence of a stream; empty if no fact is in it. */
    OptionalLong lastSequence(String stream);

    boolean hasEvent(String id);

    Optional<RequestAnswer> request(UUID id);

    /** The greatest {@code at} among the facts 0 to {@code index}, milliseconds since 1970. Does not fall with the index. */
    long highestAt(long index);

    /** Its {@link CheckpointStore#keep} is bound as {@link #append} is: one thread, and nothing after an unknown failure. */
    CheckpointStore checkpoints();

    /** Its {@link AttestationStore#keep} is bound in the same way. */
    AttestationStore attestations();

    @Override
    void close();
}
