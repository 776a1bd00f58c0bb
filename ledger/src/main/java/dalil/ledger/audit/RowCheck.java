package dalil.ledger.audit;

import dalil.ledger.RequestInProgress;
import dalil.ledger.audit.Finding.Kind;
import dalil.ledger.record.FactRecord;
import dalil.ledger.record.RecordCodec;
import dalil.ledger.record.Section;
import dalil.ledger.record.StoredSections;
import dalil.ledger.sqlite.FactRows;
import dalil.transparency.MalformedException;
import dalil.transparency.json.StringRecord;
import dalil.transparency.tree.Hash;
import dalil.transparency.tree.Hashes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything that one row must satisfy by itself: leaf, form, index, sections, derived columns. */
final class RowCheck {

    static final String SELECT = "SELECT " + FactRows.COLUMNS + ", f.event, f.stream, n.name, f.sequence, f.highest_at"
            + FactRows.TABLES + "LEFT JOIN stream n ON n.id = f.stream WHERE f.idx >= ? AND f.idx < ? ORDER BY f.idx";

    private final Findings findings;

    RowCheck(Findings findings) {
        this.findings = findings;
    }

    CheckedRow check(ResultSet row) throws SQLException {
        long index = row.getLong(1);
        byte[] bytes = row.getBytes(3);
        Hash leaf = Hashes.leaf(bytes);
        boolean sound = Arrays.equals(leaf.bytes(), row.getBytes(2));
        if (!sound) {
            findings.at(Kind.ALTERED_RECORD, index, "its bytes hash to leaf " + leaf + ", which is not the one kept");
        }
        FactRecord record = parsed(index, bytes);
        StoredSections sections = FactRows.sections(row);
        long highestAt = row.getLong(15);
        if (record == null) {
            return new CheckedRow(index, leaf, sound, null, highestAt, false, null, null, false, Set.of());
        }
        columns(record, row);
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

    private void columns(FactRecord record, ResultSet row) throws SQLException {
        column(record, "event", record.id(), row.getString(11));
        long stream = row.getLong(12);
        column(record, "stream", record.stream(), row.getString(13));
        if (record.stream() == null && stream != 0) {
            findings.at(Kind.ALTERED_COLUMN, record.index(), "stream is given, the record has none");
        }
        String sequence = record.stream() == null ? null : Long.toString(record.sequence());
        column(record, "sequence", sequence, row.getString(14));
    }

    private void column(FactRecord record, String column, @Nullable String expected, @Nullable String found) {
        if (!Objects.equals(expected, found)) {
            findings.at(Kind.ALTERED_COLUMN, record.index(), column + " is " + found + ", the record says " + expected);
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
