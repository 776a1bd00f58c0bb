package dalil.ledger.copy;

import dalil.ledger.audit.Holdings;
import dalil.ledger.store.CheckpointStore.Kept;
import dalil.transparency.tree.Hash;
import dalil.transparency.tree.Hashes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Comparator;

/**
 * What a ledger holds beside its records, counted and hashed. Sections need no place here: the audit held each against its record.
 *
 * @param requests how many, of which the audit held each against its facts
 * @param checkpoints hash over all of them in order of number
 * @param erased how many sealed sections are gone
 */
record Inventory(long facts, long requests, Hash checkpoints, long erased) {

    private static final int AT_ONCE = 1_000;

    static Inventory of(Holdings holdings) {
        long size = holdings.head().size();
        long[] counted = new long[2];
        for (long from = 0; from < size; from += AT_ONCE) {
            holdings.facts(from, Math.min(size, from + AT_ONCE), fact -> {
                counted[0]++;
                if (fact.sections().sealedPlace() && fact.sections().sealed() == null) {
                    counted[1]++;
                }
            });
        }
        return new Inventory(counted[0], holdings.requests(size), hash(holdings), counted[1]);
    }

    private static Hash hash(Holdings holdings) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        holdings.checkpoints().stream()
                .sorted(Comparator.comparingLong(Kept::number))
                .forEach(kept -> {
                    all.writeBytes(ByteBuffer.allocate(2 * Long.BYTES + Integer.BYTES)
                            .putLong(kept.number())
                            .putLong(kept.size())
                            .putInt(kept.note().length)
                            .array());
                    all.writeBytes(kept.note());
                });
        return Hashes.sha256(all.toByteArray());
    }
}
