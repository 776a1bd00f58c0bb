package dalil.ledger.audit;

import dalil.ledger.Head;
import dalil.ledger.audit.Finding.Kind;
import dalil.ledger.record.FactRecord;
import dalil.ledger.store.Block;
import dalil.transparency.MalformedException;
import dalil.transparency.tree.CompactRange;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What depends on the order: the tree, the times, the streams. Rows come in once each, from index 0 up. */
final class OrderCheck {

    private static final long NONE = -1;

    private final Findings findings;
    private final Map<Long, byte[]> milestones;
    private final boolean keepsMilestones;
    private final Map<String, Long> sequences = new HashMap<>();

    /** The tree so far; null after a leaf that is missing, until the next milestone. */
    private @Nullable CompactRange range = CompactRange.empty();

    private long linkedFrom;
    private long unsoundFrom = NONE;
    private long recorded = Long.MIN_VALUE;
    private long highestAt = Long.MIN_VALUE;

    /** @param milestones the tree on the way; null if the store keeps none */
    OrderCheck(Findings findings, @Nullable Map<Long, byte[]> milestones) {
        this.findings = findings;
        this.milestones = milestones == null ? Map.of() : new HashMap<>(milestones);
        this.keepsMilestones = milestones != null;
    }

    void next(CheckedRow row) {
        range = range == null || row.leaf() == null ? null : range.append(row.leaf());
        if (!row.sound() && unsoundFrom == NONE) {
            unsoundFrom = row.index();
        }
        FactRecord record = row.record();
        if (record != null) {
            times(row, record);
            stream(record);
        }
        long size = row.index() + 1;
        if (keepsMilestones && size % Block.MILESTONE == 0) {
            milestone(size);
        }
    }

    private void times(CheckedRow row, FactRecord record) {
        if (record.recorded() < recorded) {
            findings.at(Kind.ALTERED_RECORD, row.index(), "recorded before the fact before it");
        }
        recorded = Math.max(recorded, record.recorded());
        highestAt = Math.max(highestAt, record.at());
        if (row.highestAt() != highestAt) {
            findings.at(Kind.ALTERED_COLUMN, row.index(), "highest_at is " + row.highestAt() + ", not " + highestAt);
            // one altered value is one finding, and not one for each row after a record that is gone
            highestAt = Math.max(highestAt, Math.min(row.highestAt(), record.recorded()));
        }
    }

    // Axon lets a stream begin above 0; from there on it has no gap.
    private void stream(FactRecord record) {
        String stream = record.stream();
        if (stream == null) {
            return;
        }
        Long last = sequences.put(stream, record.sequence());
        if (last != null && record.sequence() != last + 1) {
            Kind kind = record.sequence() <= last ? Kind.DUPLICATE : Kind.MISSING;
            findings.at(kind, record.index(), "sequence " + record.sequence() + " after " + last + " of " + stream);
        }
    }

    private void milestone(long size) {
        byte[] kept = milestones.remove(size);
        if (kept == null) {
            findings.at(Kind.MISSING, size - 1, "the milestone of size " + size);
        } else if (range == null) {
            range = decoded(kept, size);
        } else if (!Arrays.equals(kept, range.encode())) {
            broken(size, "the milestone of size " + size);
        }
        linkedFrom = size;
        unsoundFrom = NONE;
    }

    private @Nullable CompactRange decoded(byte[] kept, long size) {
        try {
            CompactRange milestone = CompactRange.decode(kept);
            return milestone.size() == size ? milestone : null;
        } catch (MalformedException malformed) {
            findings.at(Kind.BROKEN_LINK, size - 1, "the milestone of size " + size + " is malformed");
            return null;
        }
    }

    /** Where a row was found wrong by itself, the link breaks there; else somewhere since it was last held against something. */
    private void broken(long size, String what) {
        long from = unsoundFrom == NONE ? linkedFrom : unsoundFrom;
        findings.at(Kind.BROKEN_LINK, from, "the leaves from here to " + (size - 1) + " do not lead to " + what);
    }

    /** After the last row. */
    void end(long size, @Nullable Head head) {
        if (range == null) {
            broken(size, "the head, because some are gone");
        } else if (head != null && !range.equals(head.range())) {
            broken(
                    size,
                    "the head: root " + range.root() + ", the head says "
                            + head.range().root());
        }
        milestones.keySet().stream()
                .filter(left -> left > 0)
                .sorted()
                .forEach(left -> findings.at(Kind.DUPLICATE, left - 1, "a milestone of size " + left));
    }

    /** The tree over the records so far; null if it is not known, because some are gone. */
    @Nullable CompactRange range() {
        return range;
    }

    /** How many streams the records name. */
    long streams() {
        return sequences.size();
    }
}
