package dalil.ledger.audit;

import dalil.ledger.record.FactRecord;
import dalil.transparency.tree.Hash;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is left of a row once it was checked for itself, for the checks that need the order.
 *
 * @param leaf hash of the record's bytes; null if there are none
 * @param sound whether that is the leaf that is kept beside them; if not, what the row breaks begins here and not before
 * @param record null if the bytes are not a record
 * @param highestAt the derived column
 * @param told whether the meta section is what was recorded, so that it can be asked for its request
 * @param request the request that it names, if it names one
 * @param digest the request's digest there
 * @param erased whether its sealed section is gone
 * @param erases the indexes it declares erased
 */
record CheckedRow(
        long index,
        @Nullable Hash leaf,
        boolean sound,
        @Nullable FactRecord record,
        long highestAt,
        boolean told,
        @Nullable String request,
        @Nullable String digest,
        boolean erased,
        Set<Long> erases) {

    static CheckedRow unreadable(long index) {
        return new CheckedRow(index, null, false, null, 0, false, null, null, false, Set.of());
    }
}
