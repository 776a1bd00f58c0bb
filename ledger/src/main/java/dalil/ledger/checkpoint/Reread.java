package dalil.ledger.checkpoint;

import dalil.ledger.Ledger;
import dalil.ledger.StoredFact;
import dalil.ledger.fault.IntegrityFault;
import dalil.ledger.store.CheckpointStore;
import dalil.ledger.store.CheckpointStore.Node;
import dalil.transparency.tree.Hash;
import java.util.ArrayList;
import java.util.List;

/** Reads facts back and grows a tree over them. What comes out of the ledger was held against its record, sections and all. */
final class Reread {

    private static final int AT_ONCE = 500;

    private final Ledger ledger;
    private final CheckpointStore store;

    Reread(Ledger ledger) {
        this.ledger = ledger;
        this.store = ledger.checkpoints();
    }

    /** @throws IntegrityFault naming the first fact that is not what was recorded */
    void extend(RereadTree tree, long size, List<Node> finished) {
        while (tree.size() < size) {
            int count = (int) Math.min(AT_ONCE, size - tree.size());
            List<StoredFact> facts = ledger.read(tree.size(), count);
            if (facts.size() != count) {
                throw IntegrityFault.at(tree.size() + facts.size(), "missing");
            }
            facts.forEach(fact -> tree.append(fact.leaf(), finished));
        }
    }

    /** The tree of an earlier size: the roots of its full tiles from the store, the leaves after them read back. */
    RereadTree at(long size) {
        List<List<Hash>> unfinished = new ArrayList<>();
        for (int level = 0; level < RereadTree.LEVELS; level++) {
            long hashes = RereadTree.hashes(level, size);
            int width = (int) (hashes % RereadTree.WIDTH);
            unfinished.add(level == 0 ? leaves(size - width, width) : store.nodes(level, hashes - width, width));
        }
        return new RereadTree(size, unfinished);
    }

    private List<Hash> leaves(long from, int count) {
        List<StoredFact> facts = ledger.read(from, count);
        if (facts.size() != count) {
            throw IntegrityFault.at(from + facts.size(), "missing");
        }
        return facts.stream().map(StoredFact::leaf).toList();
    }
}
