package dalil.ledger.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import dalil.ledger.mongo.InsertOnce.There;
import dalil.ledger.mongo.form.BlockForm;
import dalil.ledger.store.Block;
import dalil.ledger.store.Overtaken;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

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
     * What a majority has with one of the block's keys or under its number. Keys first: the block itself may come in between the two
     * questions, and then the second one finds it as ours. The other way round it would be taken for another that has our keys.
     */
    private There there(BsonDocument document) {
        BsonDocument found = found(Filters.in("keys", document.getArray("keys")));
        if (found == null) {
            found = found(Filters.eq("_id", document.get("_id")));
        }
        if (found == null) {
            return There.NOTHING;
        }
        return isSame(document, found) ? There.OURS : There.ANOTHERS;
    }

    private @Nullable BsonDocument found(Bson which) {
        return session.blocks()
                .find(which)
                .projection(Projections.include("keys", "head"))
                .first();
    }

    /** Two blocks are the same if they lead to the same tree: its leaves hold the event ids, the times, the hashes of salted sections. */
    private static boolean isSame(BsonDocument document, BsonDocument found) {
        return document.getInt64("_id").equals(found.get("_id"))
                && document.getDocument("head").equals(found.get("head"))
                && document.getArray("keys").equals(found.get("keys"));
    }
}
