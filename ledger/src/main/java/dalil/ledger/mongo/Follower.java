package dalil.ledger.mongo;

import dalil.ledger.Head;
import dalil.ledger.fault.IntegrityFault;
import dalil.ledger.mongo.form.StoredBlock;
import dalil.ledger.record.FactRecord;
import dalil.ledger.store.Tail;
import dalil.transparency.tree.CompactRange;
import dalil.transparency.tree.Hash;
import dalil.transparency.tree.Hashes;

/** Follows what other processes append. Each block must extend the tree that is known, or nothing is built on it. */
final class Follower {

    private static final int AT_ONCE = 100;

    private final Blocks blocks;

    Follower(Blocks blocks) {
        this.blocks = blocks;
    }

    /** The end now; the known one if there is nothing new. */
    Tail from(Tail known) {
        Tail tail = known;
        while (blocks.beginsAt(tail.head().size())) {
            for (StoredBlock block : blocks.links(tail.head().size(), AT_ONCE)) {
                tail = extended(tail, block);
            }
        }
        return tail;
    }

    private static Tail extended(Tail tail, StoredBlock block) {
        long first = tail.head().size();
        if (block.first() != first) {
            throw IntegrityFault.at(
                    Math.min(first, block.first()), "a block from " + block.first() + " where " + first + " is next");
        }
        if (block.end() != first + block.facts()) {
            throw IntegrityFault.at(first, "the block from here has not the facts that it says");
        }
        CompactRange range = tail.head().range();
        long recorded = tail.recorded();
        long highestAt = tail.highestAt();
        for (long index = first; index < block.end(); index++) {
            FactRecord record = checked(block, index, recorded);
            range = range.append(block.leaf(index));
            recorded = record.recorded();
            highestAt = Math.max(highestAt, record.at());
            if (block.highestAt(index) != highestAt) {
                throw IntegrityFault.at(index, "altered column highestAt");
            }
        }
        Head head = new Head(range.size(), range, tail.head().ledger());
        if (!head.equals(block.head())) {
            throw IntegrityFault.at(first, "the block from here does not lead to the head that it says");
        }
        return new Tail(head, recorded, highestAt);
    }

    private static FactRecord checked(StoredBlock block, long index, long recorded) {
        Hash leaf = Hashes.leaf(block.recordBytes(index));
        FactRecord record = block.record(index);
        if (!leaf.equals(block.leaf(index)) || record.index() != index) {
            throw IntegrityFault.at(index, "altered record");
        }
        if (record.recorded() < recorded) {
            throw IntegrityFault.at(index, "recorded before the fact before it");
        }
        return record;
    }
}
