package dalil.ledger.mongo.form;

import dalil.ledger.Head;
import dalil.ledger.RequestAnswer;
import dalil.ledger.StoredFact;
import dalil.ledger.fault.IntegrityFault;
import dalil.ledger.record.FactRecord;
import dalil.ledger.record.RecordCodec;
import dalil.ledger.record.StoredSections;
import dalil.ledger.store.SealedCase;
import dalil.transparency.MalformedException;
import dalil.transparency.tree.CompactRange;
import dalil.transparency.tree.Hash;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.bson.BsonInvalidOperationException;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * A block as the collection holds it, whole or the part that was asked for. Nothing is believed: a fact that is given out was held
 * against its record, and what is not of a block's form is an {@link IntegrityFault}.
 */
public final class StoredBlock {

    private final BsonDocument document;
    private final long first;

    public StoredBlock(BsonDocument document) {
        this.document = document;
        BsonValue id = document.get("_id");
        if (id == null || !id.isInt64() || id.asInt64().getValue() < 0) {
            throw IntegrityFault.ofLedger("a block under " + (id == null ? "no number" : "a " + id.getBsonType()));
        }
        this.first = id.asInt64().getValue();
    }

    public long first() {
        return first;
    }

    /** The index after its last fact. */
    public long end() {
        return first + formed(() -> document.getInt32("n").getValue());
    }

    public List<String> keys() {
        return formed(() -> document.getArray("keys").stream()
                .map(key -> key.asString().getValue())
                .toList());
    }

    /** How many facts there are, which {@link #end} says too. */
    public int facts() {
        return formed(() -> document.getArray("facts").size());
    }

    public StoredFact fact(long index) {
        BsonDocument fact = at(index);
        return formed(() -> StoredFact.verified(index, bytes(fact, "leaf"), bytes(fact, "record"), sections(fact)));
    }

    /** The record of an index, unchecked save for its form. */
    public FactRecord record(long index) {
        byte[] bytes = recordBytes(index);
        try {
            return RecordCodec.parse(bytes);
        } catch (MalformedException malformed) {
            throw IntegrityFault.at(index, "altered record: " + malformed.getMessage(), malformed);
        }
    }

    public byte[] recordBytes(long index) {
        BsonDocument fact = at(index);
        return formed(() -> fact.getBinary("record").getData());
    }

    public Hash leaf(long index) {
        byte[] leaf = formed(() -> at(index).getBinary("leaf").getData());
        if (leaf.length != Hash.LENGTH) {
            throw IntegrityFault.at(index, "no leaf hash");
        }
        return Hash.of(leaf);
    }

    public long highestAt(long index) {
        return formed(() -> at(index).getInt64("highestAt").getValue());
    }

    private BsonDocument at(long index) {
        return formed(() -> {
            List<BsonValue> facts = document.getArray("facts");
            long position = index - first;
            if (position < 0 || position >= facts.size()) {
                throw IntegrityFault.at(index, "missing");
            }
            return facts.get((int) position).asDocument();
        });
    }

    private static StoredSections sections(BsonDocument fact) {
        BsonDocument payload = part(fact, "payload");
        BsonDocument meta = part(fact, "meta");
        BsonDocument sealed = part(fact, "sealed");
        return new StoredSections(
                bytes(payload, "salt"),
                bytes(payload, "bytes"),
                bytes(meta, "salt"),
                bytes(meta, "bytes"),
                fact.containsKey("sealed"),
                bytes(sealed, "salt"),
                bytes(sealed, "bytes"));
    }

    private static BsonDocument part(BsonDocument fact, String name) {
        return fact.getDocument(name, new BsonDocument());
    }

    private static byte @Nullable [] bytes(BsonDocument from, String name) {
        return from.containsKey(name) ? from.getBinary(name).getData() : null;
    }

    public Optional<RequestAnswer> request(UUID id) {
        return formed(() -> {
            for (BsonValue value : document.getArray("requests")) {
                BsonDocument request = value.asDocument();
                if (request.getString("id").getValue().equals(id.toString())) {
                    return Optional.of(new RequestAnswer(
                            request.getBinary("digest").getData(),
                            request.getInt64("first").getValue(),
                            request.getInt32("count").getValue()));
                }
            }
            return Optional.empty();
        });
    }

    /** The ledger's head right after it. */
    public Head head() {
        return formed(() -> {
            BsonDocument head = document.getDocument("head");
            try {
                CompactRange tree = CompactRange.decode(head.getBinary("tree").getData());
                Head read = new Head(
                        head.getInt64("size").getValue(),
                        tree,
                        SealedCase.id(head.getString("ledger").getValue()));
                if (read.size() != end()) {
                    throw IntegrityFault.at(end(), "a head of size " + read.size() + " after the block of " + first);
                }
                return read;
            } catch (MalformedException | IllegalArgumentException malformed) {
                throw IntegrityFault.at(first, "altered head of the block: " + malformed.getMessage(), malformed);
            }
        });
    }

    private <T> T formed(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (BsonInvalidOperationException malformed) {
            throw IntegrityFault.at(
                    first, "the block from here is not of its form: " + malformed.getMessage(), malformed);
        }
    }
}
