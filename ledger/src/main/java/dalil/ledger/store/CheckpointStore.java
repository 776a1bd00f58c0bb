package dalil.ledger.store;

import dalil.transparency.tree.Hash;
import java.util.List;
import java.util.Optional;

/**
 * Where every checkpoint that was ever signed is kept, and the roots of full tiles beside it, so that no tile costs more than 256 reads.
 * Reads may come from any thread at any time.
 */
public interface CheckpointStore {

    /**
     * A signed checkpoint as it was published.
     *
     * @param number from 1, without gaps
     * @param size of the tree it is about
     * @param note its bytes, signatures included
     */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    record Kept(long number, long size, byte[] note) {}

    /**
     * The root of a full tile, which is a hash of the tile one level above.
     *
     * @param level of the tile it stands in, 1 to 7
     * @param index of it in that level
     */
    record Node(int level, long index, Hash hash) {}

    /** The one with the highest number. */
    Optional<Kept> last();

    Optional<Kept> numbered(long number);

    /**
     * Keeps one more, and the nodes that its tree has beyond those of the one before, durably or nothing of it.
     *
     * @throws dalil.ledger.fault.LedgerUnavailable with reason FULL or BUSY if nothing was written and trying again may work
     */
    void keep(Kept checkpoint, List<Node> nodes);

    /** Nodes of a level from an index on, contiguous. */
    List<Hash> nodes(int level, long from, int count);

    /** The leaf hashes kept beside the records, contiguous. */
    List<Hash> leaves(long from, int count);
}
