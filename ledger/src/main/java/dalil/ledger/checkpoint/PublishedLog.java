package dalil.ledger.checkpoint;

import dalil.ledger.Ledger;
import dalil.ledger.StoredFact;
import dalil.ledger.fault.IntegrityFault;
import dalil.ledger.store.CheckpointStore;
import dalil.transparency.VerificationException;
import dalil.transparency.checkpoint.Checkpoint;
import dalil.transparency.checkpoint.SignedCheckpoint;
import dalil.transparency.proof.TlogProof;
import dalil.transparency.tile.BundleAddress;
import dalil.transparency.tile.EntryBundle;
import dalil.transparency.tile.HashTile;
import dalil.transparency.tile.TileAddress;
import dalil.transparency.tile.TiledSubtrees;
import dalil.transparency.tree.ConsistencyProof;
import dalil.transparency.tree.Hash;
import dalil.transparency.tree.InclusionProof;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the log shows: never anything beyond its published checkpoint, and each tile by at most 256 reads. Who may see it is for the
 * caller to decide.
 */
public final class PublishedLog {

    private final Ledger ledger;
    private final CheckpointStore store;
    private final Supplier<Optional<SignedCheckpoint>> published;

    public PublishedLog(Ledger ledger, Supplier<Optional<SignedCheckpoint>> published) {
        this.ledger = ledger;
        this.store = ledger.checkpoints();
        this.published = published;
    }

    /**
     * A record and what proves that it stands in the log.
     *
     * @param record the leaf's bytes
     */
    @SuppressWarnings("ArrayRecordComponent") // shown, never compared
    public record Receipt(byte[] record, Hash leaf, TlogProof proof) {}

    public Optional<SignedCheckpoint> checkpoint() {
        return published.get();
    }

    /** A tile as wide as asked, full or partial; empty if the published tree does not fill it so far. */
    public Optional<byte[]> tile(TileAddress address) {
        long hashes = RereadTree.hashes(address.level(), size());
        return within(address.index(), address.width(), hashes)
                ? Optional.of(HashTile.format(hashes(address)))
                : Optional.empty();
    }

    /** The records of a bundle, each behind its length; the same rule. */
    public Optional<byte[]> bundle(BundleAddress address) {
        return within(address.index(), address.width(), size())
                ? Optional.of(EntryBundle.format(ledger.read(address.firstEntry(), address.width()).stream()
                        .map(StoredFact::recordBytes)
                        .toList()))
                : Optional.empty();
    }

    /** That the fact of an index stands under the published checkpoint; empty if it does not. */
    public Optional<TlogProof> proof(long index) {
        return receipt(index).map(Receipt::proof);
    }

    /** The same, with the record. */
    public Optional<Receipt> receipt(long index) {
        SignedCheckpoint checkpoint = published.get().orElse(null);
        if (checkpoint == null || index < 0 || index >= checkpoint.checkpoint().size()) {
            return Optional.empty();
        }
        StoredFact fact = ledger.read(index, 1).get(0);
        InclusionProof inclusion = InclusionProof.generate(
                tiles(checkpoint.checkpoint().size()),
                index,
                checkpoint.checkpoint().size());
        try {
            // Nobody is handed a proof that does not hold: they would take it for a forgery.
            inclusion.verify(fact.leaf(), checkpoint.checkpoint().root());
        } catch (VerificationException broken) {
            throw IntegrityFault.at(index, "no proof under the published checkpoint: " + broken.getMessage());
        }
        return Optional.of(new Receipt(fact.recordBytes(), fact.leaf(), TlogProof.of(inclusion, checkpoint)));
    }

    /**
     * That the tree of one size begins with the tree of another; empty beyond the published checkpoint.
     *
     * @throws IllegalArgumentException unless 0 &lt; first ≤ second: no such proof exists
     */
    public Optional<ConsistencyProof> consistency(long first, long second) {
        if (first <= 0 || first > second) {
            throw new IllegalArgumentException("no proof from size " + first + " to size " + second);
        }
        Checkpoint published = checkpoint().map(SignedCheckpoint::checkpoint).orElse(null);
        if (published == null || second > published.size()) {
            return Optional.empty();
        }
        TiledSubtrees tiles = tiles(published.size());
        Hash root = tiles.root(published.size());
        if (!root.equals(published.root())) {
            throw IntegrityFault.ofLedger("the tiles of size " + published.size() + " lead to root " + root
                    + ", the published checkpoint says " + published.root());
        }
        ConsistencyProof proof = ConsistencyProof.generate(tiles, first, second);
        try {
            proof.verify(tiles.root(first), tiles.root(second));
        } catch (VerificationException broken) {
            throw IntegrityFault.ofLedger("no proof under the published checkpoint: " + broken.getMessage());
        }
        return Optional.of(proof);
    }

    private TiledSubtrees tiles(long size) {
        Map<TileAddress, byte[]> read = new HashMap<>();
        return new TiledSubtrees(
                address -> read.computeIfAbsent(address, wanted -> HashTile.format(hashes(wanted))), size);
    }

    private List<Hash> hashes(TileAddress address) {
        long first = address.index() * TileAddress.FULL_WIDTH;
        if (address.level() > 0) {
            return store.nodes(address.level(), first, address.width());
        }
        List<Hash> leaves = store.leaves(first, address.width());
        if (address.isFull()) {
            Hash root = RereadTree.perfect(leaves);
            Hash kept = store.nodes(1, address.index(), 1).get(0);
            if (!root.equals(kept)) {
                throw IntegrityFault.at(
                        first, "the 256 leaf hashes from here lead to " + root + ", the tile above has " + kept);
            }
        }
        return leaves;
    }

    private long size() {
        return published.get().map(checkpoint -> checkpoint.checkpoint().size()).orElse(0L);
    }

    private static boolean within(long index, int width, long filled) {
        // The first comparison keeps the product in range.
        return index <= filled / TileAddress.FULL_WIDTH && index * TileAddress.FULL_WIDTH + width <= filled;
    }
}
