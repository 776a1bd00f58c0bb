package dalil.ledger.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/**
 * The collections and their indexes. {@code block} holds the facts, {@code checkpoint} what was signed, {@code attestation} what others
 * said of it, {@code ledger_case} the case; the case is inserted last, so a database without it holds no ledger.
 */
public final class MongoLayout {

    public static final String CASE = "ledger_case";
    public static final String BLOCK = "block";
    public static final String CHECKPOINT = "checkpoint";
    public static final String ATTESTATION = "attestation";

    /**
     * What refuses a second fact, request or place in a stream, a second checkpoint of one size, a second attestation by one maker. The
     * fields of an index stand with commas between them.
     */
    private static final Map<String, Set<String>> UNIQUE =
            Map.of(BLOCK, Set.of("keys"), CHECKPOINT, Set.of("size"), ATTESTATION, Set.of("kind,checkpoint,by"));

    /** What is only for finding. */
    private static final Map<String, Set<String>> PLAIN = Map.of(CHECKPOINT, Set.of("tiles.tile"));

    private MongoLayout() {}

    public static boolean isOurs(String collection) {
        return Set.of(CASE, BLOCK, CHECKPOINT, ATTESTATION).contains(collection);
    }

    /** Makes the indexes, and with them the collections; without effect where they are. */
    static void make(MongoSession session) {
        make(session.blocks(), BLOCK);
        make(session.checkpoints(), CHECKPOINT);
        make(session.attestations(), ATTESTATION);
    }

    private static void make(MongoCollection<BsonDocument> collection, String name) {
        UNIQUE.getOrDefault(name, Set.of())
                .forEach(fields ->
                        collection.createIndex(Indexes.ascending(fields.split(",")), new IndexOptions().unique(true)));
        PLAIN.getOrDefault(name, Set.of()).forEach(field -> collection.createIndex(Indexes.ascending(field)));
    }

    /** The indexes that a collection must have, in words. */
    public static Set<String> expected(String collection) {
        Set<String> indexes = new TreeSet<>();
        indexes.add("unique on _id");
        UNIQUE.getOrDefault(collection, Set.of()).forEach(field -> indexes.add("unique on " + field));
        PLAIN.getOrDefault(collection, Set.of()).forEach(field -> indexes.add("on " + field));
        return indexes;
    }

    /** The indexes that a collection has, in the same words; what makes one of another kind is in them too. */
    public static Set<String> found(MongoCollection<BsonDocument> collection) {
        Set<String> indexes = new TreeSet<>();
        for (BsonDocument index : collection.listIndexes(BsonDocument.class)) {
            BsonDocument key = index.getDocument("key", new BsonDocument());
            boolean id = key.keySet().equals(Set.of("_id"));
            BsonValue unique = index.get("unique");
            String kind = id
                            || (unique != null
                                    && unique.isBoolean()
                                    && unique.asBoolean().getValue())
                    ? "unique "
                    : "";
            indexes.add(kind + "on " + String.join(",", key.keySet()) + more(index));
        }
        return indexes;
    }

    /** A partial, sparse or expiring index does not keep what it seems to. */
    private static String more(BsonDocument index) {
        Map<String, BsonValue> more = new TreeMap<>(index);
        more.keySet().removeAll(Set.of("v", "key", "name", "ns", "unique", "background"));
        return more.isEmpty() ? "" : " with " + String.join(",", more.keySet());
    }
}
