package dalil.ledger.sqlite;

import dalil.ledger.Head;
import dalil.ledger.fault.IntegrityFault;
import dalil.ledger.store.Block;
import dalil.ledger.store.EndCheck;
import dalil.transparency.MalformedException;
import dalil.transparency.tree.CompactRange;

/**
 * What must hold before a ledger is used: the head ends where the facts end, and the last facts lead to it. The audit checks all.
 */
final class StartCheck {

    private final SqliteStore store;

    StartCheck(SqliteStore store) {
        this.store = store;
    }

    /** @throws IntegrityFault on any disagreement */
    void check() {
        if (store.version() != Schema.VERSION) {
            throw IntegrityFault.ofLedger(
                    "the file has form " + store.version() + ", this program reads form " + Schema.VERSION + " only");
        }
        HeadRow row = store.headRow();
        Head head = row.head();
        if (!head.ledger().equals(store.ledgerCase().id())) {
            throw IntegrityFault.ofLedger("the head of ledger " + head.ledger());
        }
        if (row.highestIndex() != head.size() - 1) {
            throw IntegrityFault.at(
                    Math.min(head.size(), row.highestIndex() + 1),
                    "the head says size " + head.size() + ", the last fact has index " + row.highestIndex());
        }
        long from = Math.max(0, head.size() - EndCheck.LEAVES) / Block.MILESTONE * Block.MILESTONE;
        EndCheck.check(store, milestone(from), head);
    }

    private CompactRange milestone(long size) {
        if (size == 0) {
            return CompactRange.empty();
        }
        byte[] tree = store.milestone(size).orElseThrow(() -> IntegrityFault.at(size, "no milestone"));
        try {
            CompactRange range = CompactRange.decode(tree);
            if (range.size() != size) {
                throw IntegrityFault.at(size, "the milestone of size " + range.size());
            }
            return range;
        } catch (MalformedException malformed) {
            throw IntegrityFault.at(size, "altered milestone", malformed);
        }
    }
}
