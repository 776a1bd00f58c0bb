package dalil.ledger.store;

import dalil.transparency.tree.Hash;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/** Checkpoints in memory. */
final class MemoryCheckpoints implements CheckpointStore {

    private final List<Kept> kept = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private final LongFunction<Hash> leaf;

    MemoryCheckpoints(LongFunction<Hash> leaf) {
        this.leaf = leaf;
    }

    @Override
    public synchronized Optional<Kept> last() {
        return kept.isEmpty() ? Optional.empty() : Optional.of(kept.get(kept.size() - 1));
    }

    @Override
    public synchronized Optional<Kept> numbered(long number) {
        return kept.stream().filter(one -> one.number() == number).findFirst();
    }

    @Override
    public synchronized void keep(Kept checkpoint, List<Node> added) {
        kept.add(checkpoint);
        nodes.addAll(added);
    }

    @Override
    public synchronized List<Hash> nodes(int level, long from, int count) {
        return LongStream.range(from, from + count)
                .mapToObj(index -> nodes.stream()
                        .filter(node -> node.level() == level && node.index() == index)
                        .findFirst()
                        .orElseThrow()
                        .hash())
                .toList();
    }

    @Override
    public List<Hash> leaves(long from, int count) {
        return LongStream.range(from, from + count).mapToObj(leaf).toList();
    }
}
