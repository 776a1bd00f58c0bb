package dalil.ledger.store;

import dalil.ledger.Head;
import dalil.ledger.StoredFact;
import dalil.ledger.fault.IntegrityFault;
import dalil.transparency.tree.CompactRange;
import java.util.List;

/** Derives a ledger's last leaves again, which must lead to its head. */
public final class EndCheck {

    /** At least so many of the last leaves. */
    public static final int LEAVES = 1_000;

    private static final int AT_ONCE = 500;

    private EndCheck() {}

    /**
     * @param from the tree before the facts that are read
     * @throws IntegrityFault if they do not lead to the head
     */
    public static void check(LedgerStore store, CompactRange from, Head head) {
        CompactRange derived = derive(store, from, head.size());
        if (!derived.equals(head.range())) {
            throw IntegrityFault.at(
                    from.size(),
                    "the leaves from here give root " + derived.root() + ", the head says "
                            + head.range().root());
        }
    }

    private static CompactRange derive(LedgerStore store, CompactRange before, long size) {
        long from = before.size();
        CompactRange range = before;
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
}
