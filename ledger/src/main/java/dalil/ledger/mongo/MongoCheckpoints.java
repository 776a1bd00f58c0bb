package dalil.ledger.mongo;

import com.mongodb.client.FindIterable;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import dalil.ledger.fault.IntegrityFault;
import dalil.ledger.fault.LedgerUnavailable;
import dalil.ledger.fault.LedgerUnavailable.Reason;
import dalil.ledger.mongo.InsertOnce.There;
import dalil.ledger.mongo.form.CheckpointForm;
import dalil.ledger.mongo.form.StoredBlock;
import dalil.ledger.store.CheckpointStore;
import dalil.transparency.tree.Hash;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;

/** Checkpoints, one document each with the tile roots it adds: both or neither are there. */
final class MongoCheckpoints implements CheckpointStore {

    private static final Bson NOTE = Projections.include("size", "note");

    private final MongoSession session;
    private final Blocks blocks;
    private final boolean writable;

    MongoCheckpoints(MongoSession session, Blocks blocks, boolean writable) {
        this.session = session;
        this.blocks = blocks;
        this.writable = writable;
    }

    @Override
    public Optional<Kept> last() {
        return one(session.checkpoints().find().sort(Sorts.descending("_id")).limit(1));
    }

    @Override
    public Optional<Kept> numbered(long number) {
        return one(session.checkpoints().find(Filters.eq("_id", number)));
    }

    private Optional<Kept> one(FindIterable<BsonDocument> found) {
        return session.read(() -> Optional.ofNullable(found.projection(NOTE).first()))
                .map(CheckpointForm::read);
    }

    /** {@inheritDoc} Trying again with the same one is safe, also where it is not known whether it is there. */
    @Override
    public void keep(Kept checkpoint, List<Node> nodes) {
        if (!writable) {
            throw new LedgerUnavailable(Reason.READ_ONLY, "the ledger is open for reading only");
        }
        BsonDocument document = CheckpointForm.of(checkpoint, nodes);
        InsertOnce insert = new InsertOnce(session, session.checkpoints(), document, () -> there(document));
        if (!insert.run()) {
            throw new LedgerUnavailable(
                    Reason.CONTRADICTS_CHECKPOINT,
                    "there is another checkpoint " + checkpoint.number() + " or one of size " + checkpoint.size()
                            + " in the ledger: two processes sign for it; nothing is appended or signed here"
                            + " (docs/proofs.md)");
        }
    }

    private There there(BsonDocument document) {
        BsonDocument found = session.checkpoints()
                .find(Filters.or(Filters.eq("_id", document.get("_id")), Filters.eq("size", document.get("size"))))
                .first();
        if (found == null) {
            return There.NOTHING;
        }
        return found.equals(document) ? There.OURS : There.ANOTHERS;
    }

    @Override
    public List<Hash> nodes(int level, long from, int count) {
        List<Hash> hashes = CheckpointForm.nodes(tiles(level, from, count), level, from, count);
        if (hashes.size() < count) {
            throw IntegrityFault.ofLedger("no node of level " + level + " at " + (from + hashes.size()));
        }
        return hashes;
    }

    private List<BsonDocument> tiles(int level, long from, int count) {
        return count == 0
                ? List.of()
                : session.read(() -> session.checkpoints()
                        .find(Filters.in("tiles.tile", CheckpointForm.tileNames(level, from, count)))
                        .projection(Projections.include("tiles"))
                        .into(new ArrayList<>()));
    }

    @Override
    public List<Hash> leaves(long from, int count) {
        List<Hash> leaves = new ArrayList<>(count);
        long end = from + count;
        for (StoredBlock block : count == 0 ? List.<StoredBlock>of() : blocks.leavesCovering(from, end)) {
            long next = from + leaves.size();
            for (long index = next; block.first() <= next && index < Math.min(end, block.end()); index++) {
                leaves.add(block.leaf(index));
            }
        }
        if (leaves.size() < count) {
            throw IntegrityFault.at(from + leaves.size(), "no leaf hash");
        }
        return leaves;
    }
}
