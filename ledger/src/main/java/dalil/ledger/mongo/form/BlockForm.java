package dalil.ledger.mongo.form;

import dalil.ledger.Head;
import dalil.ledger.record.Section;
import dalil.ledger.store.Block;
import dalil.ledger.store.PreparedFact;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;

/** The document of a block. {@link StoredBlock} reads it. */
public final class BlockForm {

    private BlockForm() {}

    public static BsonDocument of(Block block) {
        BsonArray facts = new BsonArray(block.facts().size());
        block.facts().forEach(entry -> facts.add(fact(entry)));
        BsonArray requests = new BsonArray();
        block.requests().forEach(request -> requests.add(request(request)));
        return new BsonDocument("_id", new BsonInt64(block.firstIndex()))
                .append("n", new BsonInt32(block.facts().size()))
                .append("keys", strings(BlockKeys.of(block)))
                .append("facts", facts)
                .append("requests", requests)
                .append("head", head(block.head()));
    }

    private static BsonArray strings(List<String> texts) {
        BsonArray array = new BsonArray(texts.size());
        texts.forEach(text -> array.add(new BsonString(text)));
        return array;
    }

    private static BsonDocument fact(Block.Entry entry) {
        PreparedFact fact = entry.fact();
        BsonDocument document = new BsonDocument("record", new BsonBinary(entry.record()))
                .append("leaf", new BsonBinary(entry.leaf().bytes()))
                .append("highestAt", new BsonInt64(entry.highestAt()))
                .append("payload", section(fact.payload()))
                .append("meta", section(fact.meta()));
        Section sealed = fact.sealed();
        return sealed == null ? document : document.append("sealed", section(sealed));
    }

    /** An erased section is an empty document in its place. */
    private static BsonDocument section(Section section) {
        return section.isErased()
                ? new BsonDocument()
                : new BsonDocument("salt", new BsonBinary(section.salt()))
                        .append("bytes", new BsonBinary(section.bytes()));
    }

    private static BsonDocument request(Block.Request request) {
        return new BsonDocument("id", new BsonString(request.id().toString()))
                .append("digest", new BsonBinary(request.answer().digest()))
                .append("first", new BsonInt64(request.answer().firstIndex()))
                .append("count", new BsonInt32(request.answer().count()));
    }

    private static BsonDocument head(Head head) {
        return new BsonDocument("size", new BsonInt64(head.size()))
                .append("tree", new BsonBinary(head.range().encode()))
                .append("ledger", new BsonString(head.ledger().toString()));
    }
}
