package dalil.ledger.mongo;

import com.mongodb.client.FindIterable;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import dalil.ledger.mongo.form.StoredBlock;
import dalil.ledger.sequence.Preparation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.conversions.Bson;

/** Questions to the block collection. Each is answered from the index of numbers or that of keys. */
final class Blocks {

    private static final Bson ALL = new BsonDocument();

    /** What the tree is made of. */
    private static final Bson LEAVES = Projections.include("n", "facts.leaf");

    /** What shows that a block extends the one before. */
    private static final Bson LINKS = Projections.include("n", "head", "facts.record", "facts.leaf", "facts.highestAt");

    /** What shows what a block has taken. */
    private static final Bson TAKEN = Projections.include("keys", "requests");

    private final MongoSession session;

    Blocks(MongoSession session) {
        this.session = session;
    }

    /** The block of the highest number. */
    Optional<StoredBlock> newest() {
        return first(find(ALL, ALL).sort(Sorts.descending("_id")).limit(1));
    }

    /** Whether a block begins at an index. */
    boolean beginsAt(long index) {
        return first(find(Filters.eq("_id", new BsonInt64(index)), Projections.include("_id")))
                .isPresent();
    }

    /** The blocks that begin at or after an index, in order, with what links them. */
    List<StoredBlock> links(long from, int most) {
        return all(find(Filters.gte("_id", from), LINKS)
                .sort(Sorts.ascending("_id"))
                .limit(most));
    }

    /** The last block that begins before an index. */
    Optional<StoredBlock> before(long index) {
        return first(find(begins(index - Preparation.MAX_FACTS, index - 1), ALL)
                .sort(Sorts.descending("_id"))
                .limit(1));
    }

    List<StoredBlock> covering(long from, long end) {
        return covering(from, end, ALL);
    }

    List<StoredBlock> leavesCovering(long from, long end) {
        return covering(from, end, LEAVES);
    }

    /** The blocks in which the indexes from one up to another lie, in order; fewer where some are missing. */
    private List<StoredBlock> covering(long from, long end, Bson part) {
        List<StoredBlock> blocks = new ArrayList<>();
        // No block has more facts, so the one that holds the index begins no earlier.
        first(find(begins(from - Preparation.MAX_FACTS + 1, from), part)
                        .sort(Sorts.descending("_id"))
                        .limit(1))
                .filter(block -> block.end() > from)
                .ifPresent(blocks::add);
        if (blocks.isEmpty() || blocks.get(0).end() < end) {
            blocks.addAll(all(find(begins(from + 1, end - 1), part).sort(Sorts.ascending("_id"))));
        }
        return blocks;
    }

    private static Bson begins(long least, long most) {
        return Filters.and(Filters.gte("_id", least), Filters.lte("_id", most));
    }

    /** The blocks that have taken any of these keys, in order. */
    List<StoredBlock> holding(List<String> keys) {
        return holding(keys, ALL);
    }

    List<StoredBlock> taken(List<String> keys) {
        return holding(keys, TAKEN);
    }

    private List<StoredBlock> holding(List<String> keys, Bson part) {
        List<StoredBlock> blocks = all(find(Filters.in("keys", keys), part));
        blocks.sort(Comparator.comparingLong(StoredBlock::first));
        return blocks;
    }

    private FindIterable<BsonDocument> find(Bson which, Bson part) {
        return session.blocks().find(which).projection(part);
    }

    private Optional<StoredBlock> first(FindIterable<BsonDocument> found) {
        return all(found).stream().findFirst();
    }

    private List<StoredBlock> all(FindIterable<BsonDocument> found) {
        return session.read(() -> {
            List<StoredBlock> blocks = new ArrayList<>();
            for (BsonDocument document : found) {
                blocks.add(new StoredBlock(document));
            }
            return blocks;
        });
    }
}
