package dalil.ledger.audit.remote;

import dalil.ledger.audit.Finding.Kind;
import dalil.ledger.audit.Findings;
import dalil.ledger.record.FactRecord;
import dalil.ledger.record.RecordCodec;
import dalil.transparency.MalformedException;
import dalil.transparency.tree.Hash;
import dalil.transparency.tree.Hashes;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records without their sections, as a server shows them: each against its leaf and its place, all against their order. */
final class EntryCheck {

    private final Findings findings;
    private final Map<String, Long> sequences = new HashMap<>();
    private long recorded = Long.MIN_VALUE;

    EntryCheck(Findings findings) {
        this.findings = findings;
    }

    /** @param leaf from the tile; null if that is missing */
    void next(long index, byte[] entry, @Nullable Hash leaf) {
        Hash found = Hashes.leaf(entry);
        if (leaf != null && !leaf.equals(found)) {
            findings.at(Kind.ALTERED_RECORD, index, "its bytes hash to leaf " + found + ", the tile has " + leaf);
        }
        FactRecord record;
        try {
            record = RecordCodec.parse(entry);
        } catch (MalformedException malformed) {
            findings.at(Kind.ALTERED_RECORD, index, "not a record: " + malformed.getMessage());
            return;
        }
        if (record.index() != index) {
            findings.at(Kind.ALTERED_RECORD, index, "holds the record of index " + record.index());
        }
        if (record.recorded() < recorded) {
            findings.at(Kind.ALTERED_RECORD, index, "recorded before the fact before it");
        }
        recorded = Math.max(recorded, record.recorded());
        Long last = record.stream() == null ? null : sequences.put(record.stream(), record.sequence());
        if (last != null && record.sequence() != last + 1) {
            Kind kind = record.sequence() <= last ? Kind.DUPLICATE : Kind.MISSING;
            findings.at(kind, index, "sequence " + record.sequence() + " after " + last + " of " + record.stream());
        }
    }
}
