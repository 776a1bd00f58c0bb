package dalil.ledger.store;

import dalil.ledger.Head;
import dalil.ledger.RequestAnswer;
import dalil.transparency.tree.CompactRange;
import dalil.transparency.tree.Hash;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * One atomic write: facts with their places, the requests they answer, and the head after them.
 *
 * @param firstIndex index of the first fact, which is the size before
 * @param begun the streams whose first fact is in the block
 * @param milestones the tree at each multiple of {@link #MILESTONE} that lies in the block, so that a start need not re-derive all
 */
public record Block(
        long firstIndex,
        List<Entry> facts,
        Set<String> begun,
        List<Request> requests,
        List<CompactRange> milestones,
        Head head) {

    public static final int MILESTONE = 1024;

    /**
     * A fact in its place.
     *
     * @param record the leaf's bytes
     * @param leaf its hash
     * @param highestAt the greatest {@code at} up to here
     */
    @SuppressWarnings("ArrayRecordComponent") // carried to the store, never compared
    public record Entry(long index, PreparedFact fact, byte[] record, Hash leaf, long highestAt) {}

    /** A request and what it led to. */
    public record Request(UUID id, RequestAnswer answer) {}
}
