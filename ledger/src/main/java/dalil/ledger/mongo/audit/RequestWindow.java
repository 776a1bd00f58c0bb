package dalil.ledger.mongo.audit;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import dalil.ledger.RequestAnswer;
import dalil.ledger.sequence.Preparation;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/** Requests looked up in the order of the ledger, some thousands of facts at a time; one that is elsewhere is asked for alone. */
final class RequestWindow {

    private static final int WIDTH = 4_096;

    private final MongoCollection<BsonDocument> blocks;
    private final Map<String, RequestAnswer> window = new HashMap<>();
    private long before;

    RequestWindow(MongoCollection<BsonDocument> blocks) {
        this.blocks = blocks;
    }

    Optional<RequestAnswer> find(String id, long near) {
        if (near >= before) {
            window.clear();
            for (BsonDocument block : blocks.find(Filters.and(
                            Filters.gt("_id", near - Preparation.MAX_FACTS), Filters.lt("_id", near + WIDTH)))
                    .projection(Projections.include("requests"))) {
                window.putAll(all(block));
            }
            before = near + WIDTH;
        }
        RequestAnswer answer = window.get(id);
        return answer != null ? Optional.of(answer) : alone(id);
    }

    private Optional<RequestAnswer> alone(String id) {
        BsonDocument block = blocks.find(Filters.eq("keys", "r/" + id))
                .projection(Projections.include("requests"))
                .first();
        return block == null ? Optional.empty() : Optional.ofNullable(all(block).get(id));
    }

    /** The requests of a block; of two of one id the first. */
    static Map<String, RequestAnswer> all(BsonDocument block) {
        Map<String, RequestAnswer> all = new LinkedHashMap<>();
        for (BsonValue value : LenientBson.array(block, "requests")) {
            if (value.isDocument()) {
                BsonDocument request = value.asDocument();
                byte[] digest = LenientBson.bytes(request, "digest");
                all.putIfAbsent(
                        LenientBson.text(request, "id"),
                        new RequestAnswer(
                                digest == null ? new byte[0] : digest,
                                LenientBson.number(request, "first", -1),
                                LenientBson.count(request, "count")));
            }
        }
        return all;
    }
}
