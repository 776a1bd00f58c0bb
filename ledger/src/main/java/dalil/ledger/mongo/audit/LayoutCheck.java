package dalil.ledger.mongo.audit;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoCollection;
import dalil.ledger.audit.Finding.Kind;
import dalil.ledger.audit.Findings;
import dalil.ledger.mongo.MongoLayout;
import dalil.ledger.mongo.MongoSession;
import java.util.Set;
import java.util.TreeSet;
import org.bson.BsonDocument;

/** The collections are what was made for a ledger: collections and not views, with these indexes and no others, one case. */
final class LayoutCheck {

    private final MongoSession session;
    private final Findings findings;

    LayoutCheck(MongoSession session, Findings findings) {
        this.session = session;
        this.findings = findings;
    }

    void check() {
        for (BsonDocument collection : session.database().listCollections(BsonDocument.class)) {
            String name = LenientBson.text(collection, "name");
            if (MongoLayout.isOurs(name)) {
                kind(name, collection);
            }
        }
        indexes(session.blocks(), MongoLayout.BLOCK);
        indexes(session.checkpoints(), MongoLayout.CHECKPOINT);
        indexes(session.attestations(), MongoLayout.ATTESTATION);
        if (session.cases().countDocuments() > 1) {
            findings.ofLedger(Kind.DUPLICATE, "more than one case");
        }
    }

    private void kind(String name, BsonDocument collection) {
        String type = LenientBson.text(collection, "type");
        if (!type.isEmpty() && !type.equals("collection")) {
            findings.ofLedger(Kind.ALTERED_COLUMN, name + " is a " + type + ", not a collection");
        }
        for (String option : new String[] {"capped", "expireAfterSeconds", "viewOn"}) {
            if (LenientBson.document(collection, "options").containsKey(option)) {
                findings.ofLedger(Kind.ALTERED_COLUMN, "the collection " + name + " should not have " + option);
            }
        }
    }

    private void indexes(MongoCollection<BsonDocument> collection, String name) {
        Set<String> found;
        try {
            found = MongoLayout.found(collection);
        } catch (MongoCommandException noSuchCollection) {
            found = Set.of();
        }
        Set<String> expected = MongoLayout.expected(name);
        Set<String> missing = new TreeSet<>(expected);
        missing.removeAll(found);
        missing.forEach(index ->
                findings.ofLedger(Kind.ALTERED_COLUMN, "the collection " + name + " lacks its index " + index));
        Set<String> more = new TreeSet<>(found);
        more.removeAll(expected);
        more.forEach(index -> findings.ofLedger(
                Kind.ALTERED_COLUMN, "the collection " + name + " should not have the index " + index));
    }
}
