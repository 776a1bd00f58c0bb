package dalil.ledger.audit;

import dalil.ledger.RequestInProgress;
import dalil.ledger.audit.Finding.Kind;
import dalil.ledger.record.FactRecord;
import dalil.ledger.record.RecordCodec;
import dalil.ledger.record.Section;
import dalil.ledger.record.StoredSections;
import dalil.transparency.MalformedException;
import dalil.transparency.json.StringRecord;
import dalil.transparency.tree.Hash;
import dalil.transparency.tree.Hashes;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything that one row must satisfy by itself: leaf, form, index, sections, derived columns. */
final class RowCheck {

    private final Findings findings;

    RowCheck(Findings findings) {
        this.findings = findings;
    }

    CheckedRow check(RawFact row) {
        long index = row.index();
        byte[] bytes = row.record();
        Hash leaf = Hashes.leaf(bytes);
        boolean sound = Arrays.equals(leaf.bytes(), row.leaf());
        if (!sound) {
            findings.at(Kind.ALTERED_RECORD, index, "its bytes hash to leaf " + leaf + ", which is not the one kept");
        }
        FactRecord record = parsed(index, bytes);
        StoredSections sections = row.sections();
        long highestAt = row.highestAt();
        if (record == null) {
            return new CheckedRow(index, leaf, sound, null, highestAt, false, null, null, false, Set.of());
        }
        row.columns().accept(record, findings);
        boolean payload = section(index, "payload", record.payload(), sections.payloadSalt(), sections.payload());
        boolean meta = section(index, "meta", record.meta(), sections.metaSalt(), sections.meta());
        boolean erased = sealed(record, sections);
        Map<String, String> who = meta ? meta(index, Objects.requireNonNull(sections.meta())) : Map.of();
        return new CheckedRow(
                index,
                leaf,
                sound,
                record,
                highestAt,
                meta,
                who.get(RequestInProgress.META_ID),
                who.get(RequestInProgress.META_DIGEST),
                erased,
                payload ? Erasures.declaredBy(record.type(), Objects.requireNonNull(sections.payload())) : Set.of());
    }

    private @Nullable FactRecord parsed(long index, byte[] bytes) {
        try {
            FactRecord record = RecordCodec.parse(bytes);
            if (record.index() != index) {
                findings.at(Kind.ALTERED_RECORD, index, "holds the record of index " + record.index());
            }
            return record;
        } catch (MalformedException malformed) {
            findings.at(Kind.ALTERED_RECORD, index, "not a record: " + malformed.getMessage());
            return null;
        }
    }

    private boolean section(long index, String name, Hash expected, byte @Nullable [] salt, byte @Nullable [] bytes) {
        if (salt == null || bytes == null) {
            findings.at(Kind.MISSING, index, "the " + name + " section");
            return false;
        }
        Hash found = Section.hash(salt, bytes);
        boolean matches = salt.length == Section.SALT_LENGTH && found.equals(expected);
        if (!matches) {
            findings.at(Kind.ALTERED_SECTION, index, name + " hashes to " + found + ", the record says " + expected);
        }
        return matches;
    }

    /** Whether the sealed section was erased. */
    private boolean sealed(FactRecord record, StoredSections sections) {
        Hash expected = record.sealed();
        if (expected == null) {
            if (sections.sealedPlace()) {
                findings.at(Kind.ALTERED_SECTION, record.index(), "a sealed section that the record does not know");
            }
            return false;
        }
        if (!sections.sealedPlace()) {
            findings.at(Kind.MISSING, record.index(), "the sealed section, without a mark of an erasure");
            return false;
        }
        if (sections.sealedSalt() == null && sections.sealed() == null) {
            return true;
        }
        section(record.index(), "sealed", expected, sections.sealedSalt(), sections.sealed());
        return false;
    }

    private Map<String, String> meta(long index, byte[] bytes) {
        try {
            return StringRecord.parse(bytes);
        } catch (MalformedException malformed) {
            findings.at(Kind.ALTERED_SECTION, index, "meta is not a record of strings");
            return Map.of();
        }
    }
}
