package dalil.ledger.audit;

import dalil.ledger.audit.Finding.Kind;
import dalil.ledger.store.CheckpointStore.Kept;
import dalil.transparency.tile.TileAddress;
import dalil.transparency.tree.Hash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The kept roots of full tiles against the rebuilt ones: each that the last checkpoint has, and none besides. */
final class NodeCheck {

    private final Findings findings;
    private final Holdings holdings;
    private final long covered;
    private final List<Root> roots = new ArrayList<>();
    private final TileRebuild rebuild = new TileRebuild(this::tile);
    private final TreeSet<Long> unsound = new TreeSet<>();
    private long expected;

    NodeCheck(Findings findings, Holdings holdings) {
        this.findings = findings;
        this.holdings = holdings;
        List<Kept> checkpoints = holdings.checkpoints();
        this.covered = checkpoints.isEmpty()
                ? 0
                : checkpoints.get(checkpoints.size() - 1).size();
    }

    private record Root(TileAddress tile, @Nullable Hash hash) {}

    void next(CheckedRow row) {
        if (!row.sound() && unsound.size() < AuditReport.MOST) {
            unsound.add(row.index());
        }
        rebuild.add(row.leaf());
        for (Root root : roots) {
            compare(root);
        }
        roots.clear();
    }

    private void tile(TileAddress address, List<Hash> hashes, @Nullable Hash root) {
        roots.add(new Root(address, root));
    }

    private void compare(Root root) {
        int level = root.tile().level() + 1;
        long index = root.tile().index();
        long first = index << Byte.SIZE * level;
        if (first + (1L << Byte.SIZE * level) > covered) {
            return;
        }
        expected++;
        byte[] kept = holdings.node(level, index);
        if (kept == null) {
            findings.at(Kind.MISSING, first, "the root of " + root.tile().format());
        } else if (root.hash() != null && !Arrays.equals(kept, root.hash().bytes())) {
            Long wrong = unsound.ceiling(first);
            findings.at(
                    Kind.BROKEN_LINK,
                    wrong == null ? first : wrong,
                    "the kept root of " + root.tile().format() + " is not the one its hashes lead to");
        }
    }

    /** After the last leaf. */
    void end() {
        long nodes = holdings.nodes();
        if (nodes > expected) {
            findings.ofLedger(Kind.DUPLICATE, (nodes - expected) + " tile roots beyond the last checkpoint");
        }
    }
}
