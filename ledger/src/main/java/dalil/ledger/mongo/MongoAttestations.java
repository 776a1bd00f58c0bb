package dalil.ledger.mongo;

import com.mongodb.client.FindIterable;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import dalil.ledger.fault.IntegrityFault;
import dalil.ledger.fault.LedgerUnavailable;
import dalil.ledger.fault.LedgerUnavailable.Reason;
import dalil.ledger.mongo.InsertOnce.There;
import dalil.ledger.store.AttestationStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonInvalidOperationException;
import org.bson.BsonString;
import org.bson.conversions.Bson;

/**
 * Attestations, one document each: {@code {_id: <in which order they were kept, from 1>, kind: "timestamp", checkpoint: <number>, by,
 * bytes}}, unique by kind, checkpoint and maker.
 */
final class MongoAttestations implements AttestationStore {

    private final MongoSession session;
    private final boolean writable;

    MongoAttestations(MongoSession session, boolean writable) {
        this.session = session;
        this.writable = writable;
    }

    /** How a kind stands in a document. */
    static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** {@inheritDoc} Trying again is safe, also where it is not known whether it is there. */
    @Override
    public void keep(Attestation attestation) {
        if (!writable) {
            throw new LedgerUnavailable(Reason.READ_ONLY, "the ledger is open for reading only");
        }
        boolean kept = false;
        while (!kept) {
            BsonDocument document = document(next(), attestation);
            // Not kept means that another process took the number, and this document cannot come any more: a new one
            // is next.
            kept = new InsertOnce(session, session.attestations(), document, () -> there(document)).run();
        }
    }

    private long next() {
        return number("_id", session.attestations().find().sort(Sorts.descending("_id")))
                        .orElse(0)
                + 1;
    }

    private static BsonDocument document(long number, Attestation attestation) {
        return new BsonDocument("_id", new BsonInt64(number))
                .append("kind", new BsonString(word(attestation.kind())))
                .append("checkpoint", new BsonInt64(attestation.checkpoint()))
                .append("by", new BsonString(attestation.by()))
                .append("bytes", new BsonBinary(attestation.bytes()));
    }

    /** Whoever kept one of this kind by this maker: the first stays, and there is nothing left to do. */
    private There there(BsonDocument document) {
        Bson same = Filters.and(
                Filters.eq("kind", document.get("kind")),
                Filters.eq("checkpoint", document.get("checkpoint")),
                Filters.eq("by", document.get("by")));
        if (session.attestations().find(same).first() != null) {
            return There.OURS;
        }
        Bson number = Filters.eq("_id", document.get("_id"));
        return session.attestations().find(number).first() != null ? There.ANOTHERS : There.NOTHING;
    }

    @Override
    public List<Attestation> of(Kind kind, long checkpoint) {
        List<BsonDocument> found = session.read(() -> session.attestations()
                .find(Filters.and(of(kind), Filters.eq("checkpoint", checkpoint)))
                .sort(Sorts.ascending("_id"))
                .into(new ArrayList<>()));
        return found.stream().map(document -> read(kind, document)).toList();
    }

    private static Attestation read(Kind kind, BsonDocument document) {
        try {
            return new Attestation(
                    kind,
                    document.getInt64("checkpoint").getValue(),
                    document.getString("by").getValue(),
                    document.getBinary("bytes").getData());
        } catch (BsonInvalidOperationException malformed) {
            throw IntegrityFault.ofLedger("an attestation that is not of its form: " + malformed.getMessage());
        }
    }

    @Override
    public OptionalLong last(Kind kind, String by) {
        return last(Filters.and(of(kind), Filters.eq("by", by)));
    }

    @Override
    public OptionalLong last(Kind kind) {
        return last(of(kind));
    }

    private OptionalLong last(Bson which) {
        return number("checkpoint", session.attestations().find(which).sort(Sorts.descending("checkpoint")));
    }

    @Override
    public OptionalLong first(Kind kind, long from) {
        Bson which = Filters.and(of(kind), Filters.gte("checkpoint", from));
        return number("checkpoint", session.attestations().find(which).sort(Sorts.ascending("checkpoint")));
    }

    private static Bson of(Kind kind) {
        return Filters.eq("kind", word(kind));
    }

    private OptionalLong number(String field, FindIterable<BsonDocument> found) {
        BsonDocument first = session.read(
                () -> found.projection(Projections.include(field)).limit(1).first());
        try {
            return first == null
                    ? OptionalLong.empty()
                    : OptionalLong.of(first.getInt64(field).getValue());
        } catch (BsonInvalidOperationException malformed) {
            throw IntegrityFault.ofLedger("an attestation that is not of its form: " + malformed.getMessage());
        }
    }
}
