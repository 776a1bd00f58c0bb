package dalil.ledger.copy;

import dalil.ledger.audit.TileRebuild;
import dalil.ledger.store.CheckpointStore.Kept;
import dalil.ledger.store.CheckpointStore.Node;
import dalil.transparency.tile.TileAddress;
import dalil.transparency.tree.Hash;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The roots of full tiles, made again from the leaves, each kept with the checkpoint whose tree first has it. */
final class CopiedNodes {

    private final List<Node> nodes = new ArrayList<>();
    private final TileRebuild rebuild = new TileRebuild(this::tile);

    void add(Hash leaf) {
        rebuild.add(leaf);
    }

    private void tile(TileAddress address, List<Hash> hashes, @Nullable Hash root) {
        if (root != null) {
            nodes.add(new Node(address.level() + 1, address.index(), root));
        }
    }

    /** @param checkpoints in order of number, which is that of size */
    void keep(List<Kept> checkpoints, CopyTarget to) {
        int next = 0;
        for (Kept checkpoint : checkpoints) {
            int first = next;
            while (next < nodes.size() && completedAt(nodes.get(next)) <= checkpoint.size()) {
                next++;
            }
            to.keep(checkpoint, List.copyOf(nodes.subList(first, next)));
        }
    }

    private static long completedAt(Node node) {
        return (node.index() + 1) << Byte.SIZE * node.level();
    }
}
