package dalil.ledger.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import dalil.ledger.mongo.InsertOnce.There;
import dalil.ledger.store.Block;
import dalil.ledger.store.Overtaken;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/** Writes blocks, one document each. */
final class MongoWriter {

    private final MongoSession session;

    MongoWriter(MongoSession session) {
        this.session = session;
    }

    void append(Block block) {
        BsonDocument document = BlockForm.of(block);
        InsertOnce insert = new InsertOnce(session, session.blocks(), document, () -> there(document));
        if (!insert.run()) {
            throw new Overtaken("another block is at " + block.firstIndex() + ", or has a key of this one");
        }
    }

    /**
     * What a majority has under the block's number or with one of its keys. Two blocks of one number are the same if they lead to the
     * same tree: its leaves hold the event ids, the times and the hashes of salted sections.
     */
    private There there(BsonDocument document) {
        BsonValue number = document.get("_id");
        BsonDocument found = session.blocks()
                .find(Filters.eq("_id", number))
                .projection(Projections.include("keys", "head"))
                .first();
        if (found != null) {
            boolean same = document.getDocument("head").equals(found.get("head"))
                    && document.getArray("keys").equals(found.get("keys"));
            return same ? There.OURS : There.ANOTHERS;
        }
        return isTaken(session.blocks(), document.getArray("keys")) ? There.ANOTHERS : There.NOTHING;
    }

    private static boolean isTaken(MongoCollection<BsonDocument> blocks, List<BsonValue> keys) {
        return blocks.find(Filters.in("keys", keys))
                        .projection(Projections.include("_id"))
                        .first()
                != null;
    }
}
