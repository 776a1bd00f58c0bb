package dalil.ledger;

import dalil.ledger.sequence.Sequencer;
import dalil.ledger.store.CheckpointStore;
import dalil.transparency.tree.Hash;
import java.util.List;
import java.util.Optional;

/** The store's checkpoints, written only while the sequencer does not write. */
record SequencedCheckpoints(CheckpointStore kept, Sequencer sequencer) implements CheckpointStore {

    @Override
    public Optional<Kept> last() {
        return kept.last();
    }

    @Override
    public Optional<Kept> numbered(long number) {
        return kept.numbered(number);
    }

    @Override
    public void keep(Kept checkpoint, List<Node> nodes) {
        sequencer.between(() -> kept.keep(checkpoint, nodes));
    }

    @Override
    public List<Hash> nodes(int level, long from, int count) {
        return kept.nodes(level, from, count);
    }

    @Override
    public List<Hash> leaves(long from, int count) {
        return kept.leaves(from, count);
    }
}
