package dalil.ledger;

import dalil.ledger.fault.IntegrityFault;
import dalil.ledger.record.FactRecord;
import dalil.ledger.record.RecordCodec;
import dalil.ledger.record.Section;
import dalil.ledger.record.StoredSections;
import dalil.transparency.MalformedException;
import dalil.transparency.json.StringRecord;
import dalil.transparency.tree.Hash;
import dalil.transparency.tree.Hashes;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A fact as the ledger gives it out. Everything comes from the record's bytes and from sections whose hashes the record holds; an
 * instance exists only if they agree. Arrays are not copied and not to be changed.
 */
public final class StoredFact {

    /** What became of the sealed section. */
    public enum Sealed {
        /** The fact never had protected values. */
        ABSENT,
        PRESENT,
        /** Its place is kept, its content is gone. Only the audit knows whether an erasure was recorded. */
        ERASED
    }

    private final FactRecord record;
    private final byte[] recordBytes;
    private final Hash leaf;
    private final byte[] payload;
    private final byte[] meta;
    private final byte @Nullable [] sealed;

    private StoredFact(
            FactRecord record, byte[] recordBytes, Hash leaf, byte[] payload, byte[] meta, byte @Nullable [] sealed) {
        this.record = record;
        this.recordBytes = recordBytes;
        this.leaf = leaf;
        this.payload = payload;
        this.meta = meta;
        this.sealed = sealed;
    }

    /**
     * The fact that a store holds at an index.
     *
     * @param leafBytes the leaf hash kept beside the record
     * @throws IntegrityFault naming the index if the bytes are not a record of that index or a section is not what it says
     */
    public static StoredFact verified(
            long index, byte @Nullable [] leafBytes, byte @Nullable [] recordBytes, StoredSections stored) {
        if (recordBytes == null) {
            throw IntegrityFault.at(index, "no record");
        }
        Hash leaf = Hashes.leaf(recordBytes);
        if (!Arrays.equals(leaf.bytes(), leafBytes)) {
            throw IntegrityFault.at(index, "altered record: its leaf hash is " + leaf);
        }
        FactRecord record = parse(index, recordBytes);
        if (record.index() != index) {
            throw IntegrityFault.at(index, "the record of index " + record.index());
        }
        byte[] payload = checked(index, "payload", record.payload(), stored.payloadSalt(), stored.payload());
        byte[] meta = checked(index, "meta", record.meta(), stored.metaSalt(), stored.meta());
        return new StoredFact(record, recordBytes, leaf, payload, meta, checkedSealed(record, stored));
    }

    private static FactRecord parse(long index, byte[] bytes) {
        try {
            return RecordCodec.parse(bytes);
        } catch (MalformedException malformed) {
            throw IntegrityFault.at(index, "altered record: " + malformed.getMessage(), malformed);
        }
    }

    private static byte[] checked(
            long index, String section, Hash expected, byte @Nullable [] salt, byte @Nullable [] bytes) {
        if (salt == null || bytes == null) {
            throw IntegrityFault.at(index, "no " + section + " section");
        }
        Hash found = Section.hash(salt, bytes);
        if (salt.length != Section.SALT_LENGTH || !found.equals(expected)) {
            throw IntegrityFault.at(
                    index, "altered " + section + " section: hash " + found + ", the record says " + expected);
        }
        return bytes;
    }

    private static byte @Nullable [] checkedSealed(FactRecord record, StoredSections stored) {
        Hash expected = record.sealed();
        if (expected == null) {
            if (stored.sealedPlace()) {
                throw IntegrityFault.at(record.index(), "a sealed section that the record does not know");
            }
            return null;
        }
        if (!stored.sealedPlace()) {
            throw IntegrityFault.at(record.index(), "no sealed section, and no mark of an erasure");
        }
        if (stored.sealedSalt() == null && stored.sealed() == null) {
            return null;
        }
        return checked(record.index(), "sealed", expected, stored.sealedSalt(), stored.sealed());
    }

    public long index() {
        return record.index();
    }

    public String id() {
        return record.id();
    }

    /** The event's own time. */
    public Instant at() {
        return Instant.ofEpochMilli(record.at());
    }

    /** When the ledger took it; never less than that of the index before. */
    public Instant recorded() {
        return Instant.ofEpochMilli(record.recorded());
    }

    public String type() {
        return record.type();
    }

    public String revision() {
        return record.revision();
    }

    /** The aggregate's stream, or null for a fact of none. */
    public @Nullable String stream() {
        return record.stream();
    }

    /** Position in the stream; empty for a fact of none. */
    public OptionalLong sequence() {
        return record.stream() == null ? OptionalLong.empty() : OptionalLong.of(record.sequence());
    }

    /** Canonical JSON of the fact. */
    public byte[] payload() {
        return payload;
    }

    /** Canonical JSON of the protected values; null if absent or erased, {@link #sealedState()} says which. */
    public byte @Nullable [] sealed() {
        return sealed;
    }

    public Sealed sealedState() {
        if (record.sealed() == null) {
            return Sealed.ABSENT;
        }
        return sealed == null ? Sealed.ERASED : Sealed.PRESENT;
    }

    /** Who, in which role, through what, for which request; decoded on each call. */
    public Map<String, String> meta() {
        try {
            return StringRecord.parse(meta);
        } catch (MalformedException malformed) {
            throw IntegrityFault.at(record.index(), "a meta section that is not a record of strings", malformed);
        }
    }

    public byte[] metaBytes() {
        return meta;
    }

    public FactRecord record() {
        return record;
    }

    /** The leaf's bytes, for tiles and proofs. */
    public byte[] recordBytes() {
        return recordBytes;
    }

    /** RFC 6962 leaf hash of the record's bytes. */
    public Hash leaf() {
        return leaf;
    }

    @Override
    public String toString() {
        return record.index() + " " + record.type();
    }
}
