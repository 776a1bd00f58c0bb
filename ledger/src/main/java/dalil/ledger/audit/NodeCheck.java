package dalil.ledger.audit;

import dalil.ledger.audit.Finding.Kind;
import dalil.ledger.sqlite.Session;
import dalil.transparency.tile.TileAddress;
import dalil.transparency.tree.Hash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The kept roots of full tiles against the rebuilt ones: each that the last checkpoint has, and none besides. */
final class NodeCheck {

    private final Findings findings;
    private final Session session;
    private final long covered;
    private final List<Root> roots = new ArrayList<>();
    private final TileRebuild rebuild = new TileRebuild(this::tile);
    private final TreeSet<Long> unsound = new TreeSet<>();
    private long expected;

    NodeCheck(Findings findings, Session session) throws SQLException {
        this.findings = findings;
        this.session = session;
        try (ResultSet row =
                session.bound("SELECT coalesce(max(size), 0) FROM checkpoint").executeQuery()) {
            this.covered = row.next() ? row.getLong(1) : 0;
        }
    }

    private record Root(TileAddress tile, @Nullable Hash hash) {}

    void next(CheckedRow row) throws SQLException {
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

    private void compare(Root root) throws SQLException {
        int level = root.tile().level() + 1;
        long index = root.tile().index();
        long first = index << Byte.SIZE * level;
        if (first + (1L << Byte.SIZE * level) > covered) {
            return;
        }
        expected++;
        try (ResultSet row = session.bound("SELECT hash FROM node WHERE level = ? AND idx = ?", level, index)
                .executeQuery()) {
            if (!row.next()) {
                findings.at(Kind.MISSING, first, "the root of " + root.tile().format());
            } else if (root.hash() != null
                    && !Arrays.equals(row.getBytes(1), root.hash().bytes())) {
                Long wrong = unsound.ceiling(first);
                findings.at(
                        Kind.BROKEN_LINK,
                        wrong == null ? first : wrong,
                        "the kept root of " + root.tile().format() + " is not the one its hashes lead to");
            }
        }
    }

    /** After the last leaf. */
    void end() throws SQLException {
        try (ResultSet row = session.bound("SELECT count(*) FROM node").executeQuery()) {
            if (row.next() && row.getLong(1) > expected) {
                findings.ofLedger(
                        Kind.DUPLICATE, (row.getLong(1) - expected) + " tile roots beyond the last checkpoint");
            }
        }
    }
}
