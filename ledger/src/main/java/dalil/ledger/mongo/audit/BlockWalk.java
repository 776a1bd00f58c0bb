package dalil.ledger.mongo.audit;

import dalil.ledger.audit.Finding.Kind;
import dalil.ledger.audit.Findings;
import dalil.ledger.mongo.form.BlockKeys;
import dalil.ledger.record.FactRecord;
import dalil.ledger.record.RecordCodec;
import dalil.transparency.MalformedException;
import dalil.transparency.tree.CompactRange;
import dalil.transparency.tree.Hashes;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Every block once, from the first to the head, without its sections: its number, its keys against its records, its head against a tree
 * grown over the records, and that no event or request is there twice. The index is not asked; a server that lost it would not say so.
 */
final class BlockWalk {

    private static final Set<String> MEMBERS = Set.of("_id", "n", "keys", "facts", "requests", "head");

    private static final Set<String> OF_REQUEST = Set.of("id", "digest", "first", "count");
    private static final Set<String> OF_HEAD = Set.of("size", "tree", "ledger");

    private final Findings findings;
    private final String ledger;
    private final Set<String> streams = new HashSet<>();
    private final Set<Long> events = new HashSet<>();
    private final Set<Long> requests = new HashSet<>();
    private @Nullable CompactRange range = CompactRange.empty();
    private long end;
    private long facts;
    private long requestsSeen;

    /** @param ledger the id that every head must name; empty if it is not known */
    BlockWalk(Findings findings, String ledger) {
        this.findings = findings;
        this.ledger = ledger;
    }

    /** The index after the last fact so far. */
    long end() {
        return end;
    }

    long facts() {
        return facts;
    }

    long requests() {
        return requestsSeen;
    }

    void next(BsonDocument block) {
        BsonValue id = block.get("_id");
        if (id == null || !id.isInt64() || id.asInt64().getValue() < 0) {
            findings.ofLedger(Kind.DUPLICATE, "a block under " + (id == null ? "no number" : "a " + id.getBsonType()));
            return;
        }
        long first = id.asInt64().getValue();
        List<BsonValue> held = LenientBson.array(block, "facts");
        if (first < end) {
            findings.at(Kind.DUPLICATE, first, "a block that begins inside the one before");
        }
        if (LenientBson.count(block, "n") != held.size()) {
            findings.at(Kind.ALTERED_COLUMN, first, "n is " + block.get("n") + ", the block has " + held.size());
        }
        surplus(block, MEMBERS, "the block", first);
        range = first == end ? range : null;
        facts += held.size();
        keys(block, first, held);
        tree(block, first, held);
        end = Math.max(end, first + held.size());
    }

    private void surplus(BsonDocument in, Set<String> known, String what, long first) {
        LenientBson.others(in, known)
                .forEach(name -> findings.at(Kind.ALTERED_COLUMN, first, what + " should not have " + name));
    }

    private void keys(BsonDocument block, long first, List<BsonValue> held) {
        Set<String> expected = new TreeSet<>();
        boolean whole = true;
        for (int i = 0; i < held.size(); i++) {
            FactRecord record = record(held.get(i));
            whole &= record != null;
            if (record != null) {
                ofFact(record, first + i, expected);
            }
        }
        ofRequests(block, first, expected);
        Set<String> found = new TreeSet<>();
        LenientBson.array(block, "keys")
                .forEach(key -> found.add(key.isString() ? key.asString().getValue() : key.toString()));
        Set<String> missing = new TreeSet<>(expected);
        missing.removeAll(found);
        missing.forEach(key -> findings.at(Kind.ALTERED_COLUMN, first, "the block from here lacks its key " + key));
        found.removeAll(expected);
        if (whole) {
            found.forEach(
                    key -> findings.at(Kind.ALTERED_COLUMN, first, "the block from here should not have key " + key));
        }
    }

    private void ofFact(FactRecord record, long index, Set<String> expected) {
        expected.add(BlockKeys.event(record.id()));
        if (!events.add(hash(record.id()))) {
            findings.at(Kind.DUPLICATE, index, "event id " + record.id() + " once more");
        }
        String stream = record.stream();
        if (stream != null) {
            expected.add(BlockKeys.place(stream, record.sequence()));
            if (streams.add(stream)) {
                expected.add(BlockKeys.beginning(stream));
            }
        }
    }

    private void ofRequests(BsonDocument block, long first, Set<String> expected) {
        for (BsonValue value : LenientBson.array(block, "requests")) {
            requestsSeen++;
            BsonDocument request = value.isDocument() ? value.asDocument() : new BsonDocument();
            surplus(request, OF_REQUEST, "a request", first);
            String id = LenientBson.text(request, "id");
            expected.add("r/" + id);
            if (!requests.add(hash(id))) {
                findings.at(Kind.DUPLICATE, first, "request " + id + " once more");
            }
        }
    }

    /** Eight bytes of a hash stand for a name: a million names collide once in some ten million ledgers. */
    private static long hash(String name) {
        byte[] bytes = Hashes.leaf(name.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .bytes();
        return java.nio.ByteBuffer.wrap(bytes).getLong();
    }

    private static @Nullable FactRecord record(BsonValue fact) {
        byte[] bytes = fact.isDocument() ? LenientBson.bytes(fact.asDocument(), "record") : null;
        try {
            return bytes == null ? null : RecordCodec.parse(bytes);
        } catch (MalformedException foundElsewhere) {
            return null;
        }
    }

    private void tree(BsonDocument block, long first, List<BsonValue> held) {
        for (BsonValue fact : held) {
            byte[] bytes = fact.isDocument() ? LenientBson.bytes(fact.asDocument(), "record") : null;
            range = range == null || bytes == null ? null : range.append(Hashes.leaf(bytes));
        }
        BsonDocument head = LenientBson.document(block, "head");
        surplus(head, OF_HEAD, "the head", first);
        long size = first + held.size();
        if (LenientBson.number(head, "size", -1) != size) {
            findings.at(Kind.BROKEN_LINK, first, "the head after the block from here is of size " + head.get("size"));
        }
        String named = LenientBson.text(head, "ledger");
        if (!ledger.isEmpty() && !named.equals(ledger)) {
            findings.at(Kind.ALTERED_COLUMN, first, "the block from here is of ledger " + named);
        }
        byte[] encoded = LenientBson.bytes(head, "tree");
        if (range == null) {
            range = decoded(encoded, size);
        } else if (!Arrays.equals(range.encode(), encoded)) {
            findings.at(
                    Kind.BROKEN_LINK,
                    first,
                    "the leaves from here to " + (size - 1) + " do not lead to the head of their block");
            range = decoded(encoded, size);
        }
    }

    /** What the block says, to go on from where its records do not tell; if it is wrong too, the next one shows it. */
    private static @Nullable CompactRange decoded(byte @Nullable [] encoded, long size) {
        try {
            CompactRange said = encoded == null ? null : CompactRange.decode(encoded);
            return said != null && said.size() == size ? said : null;
        } catch (MalformedException malformed) {
            return null;
        }
    }
}
