package dalil.ledger.mongo.audit;

import com.mongodb.MongoException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import dalil.ledger.Head;
import dalil.ledger.RequestAnswer;
import dalil.ledger.audit.Finding.Kind;
import dalil.ledger.audit.Findings;
import dalil.ledger.audit.Holdings;
import dalil.ledger.audit.RawFact;
import dalil.ledger.audit.Unreadable;
import dalil.ledger.fault.IntegrityFault;
import dalil.ledger.fault.NoLedgerHere;
import dalil.ledger.mongo.MongoAddress;
import dalil.ledger.mongo.MongoAnswer;
import dalil.ledger.mongo.MongoLedger;
import dalil.ledger.mongo.MongoSession;
import dalil.ledger.mongo.MongoTimes;
import dalil.ledger.mongo.form.CaseDocument;
import dalil.ledger.mongo.form.CheckpointForm;
import dalil.ledger.mongo.form.StoredBlock;
import dalil.ledger.sequence.Preparation;
import dalil.ledger.store.CheckpointStore.Kept;
import dalil.ledger.store.SealedCase;
import dalil.transparency.tree.CompactRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * A ledger's database, for reading; processes may go on writing meanwhile. The last attestation is taken first, checkpoints after it and
 * the newest block after them, which is the moment: what is below it does not change any more, every checkpoint is about that, and
 * every attestation about one of them.
 */
public final class MongoHoldings implements Holdings {

    private static final Bson WITHOUT_SECTIONS = Projections.exclude("facts.payload", "facts.meta", "facts.sealed");

    private final MongoSession session;
    private final @Nullable BsonDocument ledgerCase;
    private final @Nullable BsonDocument attestation;
    private final List<BsonDocument> checkpoints;
    private final @Nullable BsonDocument newest;
    private final Map<String, byte[]> nodes = new HashMap<>();
    private final AtomicBoolean patient = new AtomicBoolean(true);
    private final RequestWindow requests;
    private @Nullable BlockWalk walked;
    private long nodeCount;

    private MongoHoldings(MongoSession session, @Nullable SealedCase promised) {
        this.session = session;
        this.ledgerCase = promised == null ? session.cases().find().first() : CaseDocument.of(promised);
        this.attestation = session.attestations()
                .find(Filters.gte("_id", 0L))
                .projection(Projections.include("_id"))
                .sort(Sorts.descending("_id"))
                .first();
        this.checkpoints = session.checkpoints().find().into(new ArrayList<>());
        this.newest = session.blocks()
                .find(Filters.gte("_id", 0L))
                .projection(Projections.include("n", "head"))
                .sort(Sorts.descending("_id"))
                .first();
        this.requests = new RequestWindow(session.blocks());
    }

    /**
     * @throws NoLedgerHere if the server cannot be reached
     * @throws Unreadable if the database holds nothing of a ledger
     */
    public static MongoHoldings open(MongoAddress address, MongoTimes times) {
        return open(address, times, null);
    }

    /** Of a ledger whose case is not there yet. */
    public static MongoHoldings unfinished(MongoAddress address, MongoTimes times, SealedCase promised) {
        return open(address, times, promised);
    }

    private static MongoHoldings open(MongoAddress address, MongoTimes times, @Nullable SealedCase promised) {
        MongoSession session = new MongoLedger(address, times).reached();
        try {
            MongoHoldings holdings = ask(() -> new MongoHoldings(session, promised));
            if (holdings.ledgerCase == null && holdings.newest == null && holdings.checkpoints.isEmpty()) {
                throw new Unreadable("no ledger in " + address, false, null);
            }
            return holdings;
        } catch (RuntimeException refused) {
            session.close();
            throw refused;
        }
    }

    private static <T> T ask(Supplier<T> question) {
        try {
            return question.get();
        } catch (MongoException failed) {
            throw new Unreadable("MongoDB does not answer: " + MongoAnswer.describe(failed), false, failed);
        }
    }

    @Override
    public Head head() {
        return newest == null
                ? new Head(0, CompactRange.empty(), sealedCase().ledgerCase().id())
                : new StoredBlock(newest).head();
    }

    @Override
    public SealedCase sealedCase() {
        if (ledgerCase == null) {
            throw IntegrityFault.ofLedger("no case");
        }
        return CaseDocument.read(ledgerCase);
    }

    @Override
    public void form(Findings findings) {
        ask(() -> {
            new LayoutCheck(session, findings).check();
            return true;
        });
        walked = walk(findings);
        roots(findings);
    }

    private BlockWalk walk(Findings findings) {
        BlockWalk walk = new BlockWalk(findings, ledgerCase == null ? "" : LenientBson.text(ledgerCase, "id"));
        return ask(() -> {
            for (BsonDocument block :
                    session.blocks().find().projection(WITHOUT_SECTIONS).sort(Sorts.ascending("_id"))) {
                if (isUpTo(newest, block)) {
                    walk.next(block);
                }
            }
            return walk;
        });
    }

    private BlockWalk walked() {
        if (walked == null) {
            walked = walk(new Findings());
        }
        return walked;
    }

    /** What others append meanwhile is left for the next audit. */
    private static boolean isUpTo(@Nullable BsonDocument last, BsonDocument document) {
        long end = last == null ? -1 : LenientBson.number(last, "_id", Long.MAX_VALUE);
        return LenientBson.number(document, "_id", -1) <= end;
    }

    private void roots(Findings findings) {
        for (BsonDocument checkpoint : checkpoints) {
            try {
                CheckpointForm.nodes(checkpoint).forEach(node -> {
                    nodeCount++;
                    nodes.putIfAbsent(
                            node.level() + "/" + node.index(), node.hash().bytes());
                });
            } catch (IntegrityFault malformed) {
                findings.ofLedger(Kind.ALTERED_COLUMN, String.valueOf(malformed.getMessage()));
            }
        }
    }

    /** The walk over the blocks is what there is to say, and it came with the form. */
    @Override
    public void integrity(Findings findings) {}

    @Override
    public long end() {
        return walked().end();
    }

    @Override
    public long count() {
        return walked().facts();
    }

    /** Each block has its tree, and the walk held it against the records. */
    @Override
    public @Nullable Map<Long, byte[]> milestones() {
        return null;
    }

    @Override
    public void facts(long from, long before, Consumer<RawFact> each) {
        List<RawFact> found = ask(() -> read(from, before));
        if (found.size() < before - from && patient.getAndSet(false)) {
            MongoSession.pause(session.times().visible());
            found = ask(() -> read(from, before));
        }
        found.forEach(each);
    }

    private List<RawFact> read(long from, long before) {
        List<RawFact> facts = new ArrayList<>();
        Bson which = Filters.and(Filters.gt("_id", from - Preparation.MAX_FACTS), Filters.lt("_id", before));
        for (BsonDocument block : session.blocks().find(which).sort(Sorts.ascending("_id"))) {
            long index = LenientBson.number(block, "_id", -1);
            for (BsonValue fact : LenientBson.array(block, "facts")) {
                if (index >= from && index < before && fact.isDocument()) {
                    RawFacts.of(index, fact.asDocument()).ifPresent(facts::add);
                }
                index++;
            }
        }
        return facts;
    }

    @Override
    public List<Kept> checkpoints() {
        return checkpoints.stream()
                .map(document -> new Kept(
                        LenientBson.number(document, "_id", -1),
                        LenientBson.number(document, "size", -1),
                        Optional.ofNullable(LenientBson.bytes(document, "note")).orElseGet(() -> new byte[0])))
                .sorted(Comparator.comparingLong(Kept::size))
                .toList();
    }

    @Override
    public Optional<RequestAnswer> request(String id, long near) {
        return ask(() -> requests.find(id, near));
    }

    @Override
    public long requests(long before) {
        return walked().requests();
    }

    @Override
    public void requests(long before, Consumer<RawRequest> each) {
        ask(() -> {
            for (BsonDocument block : session.blocks()
                    .find(Filters.lt("_id", before))
                    .projection(Projections.include("requests", "facts.meta.bytes"))
                    .sort(Sorts.ascending("_id"))) {
                RequestWindow.all(block)
                        .forEach((id, answer) -> each.accept(new RawRequest(id, answer, meta(block, answer))));
            }
            return true;
        });
    }

    private static byte @Nullable [] meta(BsonDocument block, RequestAnswer answer) {
        long position = answer.firstIndex() - LenientBson.number(block, "_id", 0);
        List<BsonValue> facts = LenientBson.array(block, "facts");
        if (position < 0
                || position >= facts.size()
                || !facts.get((int) position).isDocument()) {
            return null;
        }
        BsonDocument meta = LenientBson.document(facts.get((int) position).asDocument(), "meta");
        return LenientBson.bytes(meta, "bytes");
    }

    @Override
    public byte @Nullable [] node(int level, long index) {
        return nodes.get(level + "/" + index);
    }

    @Override
    public long nodes() {
        return nodeCount;
    }

    @Override
    public void attestations(Consumer<RawAttestation> each) {
        ask(() -> {
            for (BsonDocument document : session.attestations().find().sort(Sorts.ascending("_id"))) {
                if (isUpTo(attestation, document)) {
                    byte[] bytes = LenientBson.bytes(document, "bytes");
                    each.accept(new RawAttestation(
                            LenientBson.text(document, "kind"),
                            LenientBson.number(document, "checkpoint", -1),
                            LenientBson.text(document, "by"),
                            bytes == null ? new byte[0] : bytes));
                }
            }
            return true;
        });
    }

    /** Nothing can lie beyond the newest block, and keys lie in their blocks, where the walk met them. */
    @Override
    public void leftovers(long size, long streams, Findings findings) {}

    @Override
    public void close() {
        session.close();
    }
}
