package dalil.ledger.mongo;

import dalil.ledger.Head;
import dalil.ledger.LedgerCase;
import dalil.ledger.RequestAnswer;
import dalil.ledger.StoredFact;
import dalil.ledger.fault.IntegrityFault;
import dalil.ledger.fault.LedgerUnavailable;
import dalil.ledger.fault.LedgerUnavailable.Reason;
import dalil.ledger.mongo.form.BlockKeys;
import dalil.ledger.mongo.form.StoredBlock;
import dalil.ledger.store.AttestationStore;
import dalil.ledger.store.Block;
import dalil.ledger.store.CheckpointStore;
import dalil.ledger.store.LedgerStore;
import dalil.ledger.store.PreparedAppend;
import dalil.ledger.store.SealedCase;
import dalil.ledger.store.StoredKeys;
import dalil.ledger.store.Tail;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** The store over one database, for one process of several. */
final class MongoStore implements LedgerStore {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final MongoSession session;
    private final SealedCase sealedCase;
    private final Blocks blocks;
    private final Follower follower;
    private final MongoCheckpoints checkpoints;
    private final MongoAttestations attestations;
    private final MongoWriter writer;
    private final boolean writable;
    private volatile Tail seen;

    MongoStore(MongoSession session, SealedCase sealedCase, boolean writable) {
        this.session = session;
        this.sealedCase = sealedCase;
        this.writable = writable;
        this.blocks = new Blocks(session);
        this.follower = new Follower(blocks);
        this.checkpoints = new MongoCheckpoints(session, blocks, writable);
        this.attestations = new MongoAttestations(session, writable);
        this.writer = new MongoWriter(session);
        this.seen = new MongoStartCheck(this, blocks).tail();
    }

    @Override
    public LedgerCase ledgerCase() {
        return sealedCase.ledgerCase();
    }

    @Override
    public byte[] requestSecret() {
        return sealedCase.secret().clone();
    }

    @Override
    public Head head() {
        return tail(seen).head();
    }

    @Override
    public Tail tail(Tail known) {
        Tail now = follower.from(known);
        if (now.head().size() > seen.head().size()) {
            seen = now;
        }
        return now;
    }

    @Override
    public void append(Block block) {
        if (!writable) {
            throw new LedgerUnavailable(Reason.READ_ONLY, "the ledger is open for reading only");
        }
        writer.append(block);
    }

    @Override
    public StoredKeys keysFor(List<PreparedAppend> appends) {
        return new GroupKeys(blocks, appends, this);
    }

    @Override
    public List<StoredFact> read(long from, long before, int max) {
        long end = Math.min(before, from + max);
        if (from < 0 || end <= from) {
            return List.of();
        }
        long patience = System.nanoTime() + session.times().visible().toNanos();
        while (true) {
            List<StoredFact> facts = contiguous(from, end);
            if (facts.size() == end - from) {
                return facts;
            }
            if (System.nanoTime() > patience || Thread.currentThread().isInterrupted()) {
                throw IntegrityFault.at(from + facts.size(), "missing");
            }
            MongoSession.pause(LOOK_AGAIN);
        }
    }

    private List<StoredFact> contiguous(long from, long end) {
        List<StoredFact> facts = new ArrayList<>((int) (end - from));
        for (StoredBlock block : blocks.covering(from, end)) {
            long next = from + facts.size();
            if (block.first() > next) {
                return facts;
            }
            for (long index = next; index < Math.min(end, block.end()); index++) {
                facts.add(block.fact(index));
            }
        }
        return facts;
    }

    @Override
    public List<StoredFact> stream(String stream, long fromSequence, long before, int max) {
        return new StreamReading(blocks, stream).facts(fromSequence, before, max);
    }

    @Override
    public OptionalLong lastSequence(String stream) {
        return new StreamReading(blocks, stream).last();
    }

    @Override
    public boolean hasStream(String stream) {
        return new StreamReading(blocks, stream).exists();
    }

    @Override
    public boolean hasEvent(String id) {
        return !blocks.taken(List.of(BlockKeys.event(id))).isEmpty();
    }

    @Override
    public Optional<RequestAnswer> request(UUID id) {
        return blocks.taken(List.of(BlockKeys.request(id))).stream().findFirst().flatMap(block -> block.request(id));
    }

    @Override
    public long highestAt(long index) {
        return blocks.covering(index, index + 1).stream()
                .findFirst()
                .orElseThrow(() -> IntegrityFault.at(index, "missing"))
                .highestAt(index);
    }

    @Override
    public CheckpointStore checkpoints() {
        return checkpoints;
    }

    @Override
    public AttestationStore attestations() {
        return attestations;
    }

    @Override
    public void close() {
        session.close();
    }
}
