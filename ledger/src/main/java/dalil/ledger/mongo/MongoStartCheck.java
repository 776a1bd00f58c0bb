package dalil.ledger.mongo;

import dalil.ledger.Head;
import dalil.ledger.fault.IntegrityFault;
import dalil.ledger.mongo.form.StoredBlock;
import dalil.ledger.store.EndCheck;
import dalil.ledger.store.Tail;
import dalil.transparency.tree.CompactRange;

/**
 * What must hold before a ledger is used: the newest block ends where its head says, and the last facts lead to that head. The audit
 * checks all.
 */
final class MongoStartCheck {

    private final MongoStore store;
    private final Blocks blocks;

    MongoStartCheck(MongoStore store, Blocks blocks) {
        this.store = store;
        this.blocks = blocks;
    }

    /**
     * Where the ledger ends.
     *
     * @throws IntegrityFault on any disagreement
     */
    Tail tail() {
        StoredBlock newest = blocks.newest().orElse(null);
        if (newest == null) {
            return Tail.empty(
                    new Head(0, CompactRange.empty(), store.ledgerCase().id()));
        }
        Head head = newest.head();
        if (!head.ledger().equals(store.ledgerCase().id())) {
            throw IntegrityFault.ofLedger("the head of ledger " + head.ledger());
        }
        if (newest.first() + newest.facts() != head.size()) {
            throw IntegrityFault.at(
                    newest.first(),
                    "the head says size " + head.size() + ", the last block has " + newest.facts() + " facts");
        }
        EndCheck.check(store, before(Math.max(0, head.size() - EndCheck.LEAVES)), head);
        long last = head.size() - 1;
        return new Tail(head, newest.record(last).recorded(), newest.highestAt(last));
    }

    /** The tree before the block that has an index; the head of the block before says it. */
    private CompactRange before(long index) {
        long first = blocks.covering(index, index + 1).stream()
                .findFirst()
                .orElseThrow(() -> IntegrityFault.at(index, "missing"))
                .first();
        if (first == 0) {
            return CompactRange.empty();
        }
        return blocks.before(first)
                .filter(block -> block.end() == first)
                .orElseThrow(() -> IntegrityFault.at(first - 1, "missing"))
                .head()
                .range();
    }
}
