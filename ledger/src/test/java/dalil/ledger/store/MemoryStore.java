package dalil.ledger.store;

import dalil.ledger.Head;
import dalil.ledger.LedgerCase;
import dalil.ledger.RequestAnswer;
import dalil.ledger.StoredFact;
import dalil.ledger.record.Section;
import dalil.ledger.record.StoredSections;
import dalil.transparency.tree.CompactRange;
import dalil.transparency.tree.Hash;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** A store in memory that can be made to wait before it writes, and to fail before or after it has written. */
public final class MemoryStore implements LedgerStore {

    private final List<Block.Entry> entries = new ArrayList<>();
    private final List<Block.Request> requests = new ArrayList<>();
    private final MemoryCheckpoints checkpoints = new MemoryCheckpoints(this::leaf);
    private final LedgerCase ledgerCase;
    private Head head;

    public final List<Block> blocks = new ArrayList<>();
    public final Semaphore writes = new Semaphore(1_000_000);
    public volatile @Nullable RuntimeException failBefore;
    public volatile @Nullable RuntimeException failAfter;

    public MemoryStore(LedgerCase ledgerCase) {
        this.ledgerCase = ledgerCase;
        this.head = new Head(0, CompactRange.empty(), ledgerCase.id());
    }

    @Override
    public void append(Block block) {
        writes.acquireUninterruptibly();
        RuntimeException before = failBefore;
        if (before != null) {
            throw before;
        }
        synchronized (this) {
            blocks.add(block);
            entries.addAll(block.facts());
            requests.addAll(block.requests());
            head = block.head();
        }
        RuntimeException after = failAfter;
        if (after != null) {
            throw after;
        }
    }

    @Override
    public CheckpointStore checkpoints() {
        return checkpoints;
    }

    private synchronized Hash leaf(long index) {
        return entries.get((int) index).leaf();
    }

    @Override
    public AttestationStore attestations() {
        throw new UnsupportedOperationException("not for what is tested with this store");
    }

    @Override
    public LedgerCase ledgerCase() {
        return ledgerCase;
    }

    @Override
    public byte[] requestSecret() {
        return new byte[] {1, 2, 3};
    }

    @Override
    public synchronized Head head() {
        return head;
    }

    @Override
    public synchronized List<StoredFact> read(long from, long before, int max) {
        return entries.stream()
                .filter(entry -> entry.index() >= from && entry.index() < Math.min(before, from + max))
                .map(MemoryStore::fact)
                .toList();
    }

    private static StoredFact fact(Block.Entry entry) {
        PreparedFact fact = entry.fact();
        Section sealed = fact.sealed();
        return StoredFact.verified(
                entry.index(),
                entry.leaf().bytes(),
                entry.record(),
                new StoredSections(
                        fact.payload().salt(),
                        fact.payload().bytes(),
                        fact.meta().salt(),
                        fact.meta().bytes(),
                        sealed != null,
                        sealed == null ? null : sealed.salt(),
                        sealed == null ? null : sealed.bytes()));
    }

    @Override
    public synchronized List<StoredFact> stream(String stream, long fromSequence, long before, int max) {
        return read(0, before, Integer.MAX_VALUE).stream()
                .filter(fact -> stream.equals(fact.stream()) && fact.record().sequence() >= fromSequence)
                .limit(max)
                .toList();
    }

    @Override
    public synchronized OptionalLong lastSequence(String stream) {
        return entries.stream()
                .filter(entry -> stream.equals(entry.fact().stream()))
                .mapToLong(entry -> entry.fact().sequence())
                .max();
    }

    @Override
    public synchronized boolean hasEvent(String id) {
        return entries.stream().anyMatch(entry -> entry.fact().id().equals(id));
    }

    @Override
    public synchronized Optional<RequestAnswer> request(UUID id) {
        return requests.stream()
                .filter(request -> request.id().equals(id))
                .map(Block.Request::answer)
                .findFirst();
    }

    @Override
    public synchronized long highestAt(long index) {
        return entries.get((int) index).highestAt();
    }

    @Override
    public void close() {}
}
