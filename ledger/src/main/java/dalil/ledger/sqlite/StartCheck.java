package dalil.ledger.sqlite;

import dalil.ledger.Head;
import dalil.ledger.StoredFact;
import dalil.ledger.fault.IntegrityFault;
import dalil.ledger.store.Block;
import dalil.transparency.MalformedException;
import dalil.transparency.tree.CompactRange;
import java.util.List;

/**
 * What must hold before a ledger is used: the head ends where the facts end, and the last facts lead to it. The audit checks all.
 */
final class StartCheck {

    /** At least so many of the last leaves are derived again. */
    static final int LEAVES = 1_000;

    private static final int AT_ONCE = 500;

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
        long from = Math.max(0, head.size() - LEAVES) / Block.MILESTONE * Block.MILESTONE;
        CompactRange derived = derive(from, head.size());
        if (!derived.equals(head.range())) {
            throw IntegrityFault.at(
                    from,
                    "the leaves from here give root " + derived.root() + ", the head says "
                            + head.range().root());
        }
    }

    private CompactRange derive(long from, long size) {
        CompactRange range = milestone(from);
        long recorded = Long.MIN_VALUE;
        long highestAt = from == 0 ? Long.MIN_VALUE : store.highestAt(from - 1);
        for (long index = from; index < size; index += AT_ONCE) {
            List<StoredFact> facts = store.read(index, size, AT_ONCE);
            for (StoredFact fact : facts) {
                range = range.append(fact.leaf());
                if (fact.record().recorded() < recorded) {
                    throw IntegrityFault.at(fact.index(), "recorded before the fact before it");
                }
                recorded = fact.record().recorded();
                highestAt = Math.max(highestAt, fact.record().at());
            }
        }
        if (size > from && store.highestAt(size - 1) != highestAt) {
            throw IntegrityFault.at(size - 1, "altered column highest_at");
        }
        return range;
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
