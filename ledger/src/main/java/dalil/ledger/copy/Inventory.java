package dalil.ledger.copy;

import dalil.ledger.audit.Holdings;
import dalil.ledger.store.CheckpointStore.Kept;
import dalil.transparency.tree.Hash;
import dalil.transparency.tree.Hashes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;

/**
 * What a ledger holds beside its records, counted and hashed. Sections need no place here: the audit held each against its record.
 *
 * @param requests how many, of which the audit held each against its facts
 * @param checkpoints hash over all of them in order of number
 * @param attestations hash over all of them in the order they were kept
 * @param erased how many sealed sections are gone
 */
record Inventory(long facts, long requests, Hash checkpoints, Hash attestations, long erased) {

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
        return new Inventory(
                counted[0], holdings.requests(size), checkpoints(holdings), attestations(holdings), counted[1]);
    }

    private static Hash checkpoints(Holdings holdings) {
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

    private static Hash attestations(Holdings holdings) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        holdings.attestations(one -> {
            String what = one.kind() + "\n" + one.checkpoint() + "\n" + one.by() + "\n";
            all.writeBytes(what.getBytes(StandardCharsets.UTF_8));
            all.writeBytes(ByteBuffer.allocate(Integer.BYTES)
                    .putInt(one.bytes().length)
                    .array());
            all.writeBytes(one.bytes());
        });
        return Hashes.sha256(all.toByteArray());
    }
}
