package dalil.ledger;

import dalil.transparency.tree.CompactRange;
import java.util.UUID;

/**
 * Where a ledger ends.
 *
 * @param size number of facts, which is the next index
 * @param range the tree over their records
 * @param ledger the case's id
 */
public record Head(long size, CompactRange range, UUID ledger) {

    public Head {
        if (size != range.size()) {
            throw new IllegalArgumentException("a head of size " + size + " over a tree of " + range.size());
        }
    }
}
