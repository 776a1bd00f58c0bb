package dalil.ledger.mongo.audit;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** Reads documents that may be anything; what is not there or of another type is null, none or what the
 * asker says. */
final class LenientBson {

    private LenientBson() {}

    static byte @Nullable [] bytes(BsonDocument from, String name) {
        BsonValue value = from.get(name);
        return value != null && value.isBinary() ? value.asBinary().getData() : null;
    }

    static BsonDocument document(BsonDocument from, String name) {
        BsonValue value = from.get(name);
        return value != null && value.isDocument() ? value.asDocument() : new BsonDocument();
    }

    static List<BsonValue> array(BsonDocument from, String name) {
        BsonValue value = from.get(name);
        return value != null && value.isArray() ? value.asArray() : List.of();
    }

    static String text(BsonDocument from, String name) {
        BsonValue value = from.get(name);
        return value != null && value.isString() ? value.asString().getValue() : "";
    }

    /** Of 64 bits: one of another width is not what the store reads. */
    static long number(BsonDocument from, String name, long otherwise) {
        BsonValue value = from.get(name);
        return value != null && value.isInt64() ? value.asInt64().getValue() : otherwise;
    }

    /** Of 32 bits. */
    static int count(BsonDocument from, String name) {
        BsonValue value = from.get(name);
        return value != null && value.isInt32() ? value.asInt32().getValue() : -1;
    }

    /** Names of members that are not among these. */
    static Set<String> others(BsonDocument in, Set<String> known) {
        Set<String> others = new TreeSet<>(in.keySet());
        others.removeAll(known);
        return others;
    }
}
