package dalil.ledger.copy;

import dalil.ledger.audit.Holdings;
import dalil.ledger.audit.sqlite.SqliteHoldings;
import dalil.ledger.sqlite.UnfinishedFolder;
import dalil.ledger.store.AttestationStore.Attestation;
import dalil.ledger.store.Block;
import dalil.ledger.store.CheckpointStore.Kept;
import dalil.ledger.store.CheckpointStore.Node;
import dalil.ledger.store.SealedCase;
import java.nio.file.Path;
import java.util.List;

/** A ledger in a folder that has none. */
public final class FolderTarget implements CopyTarget {

    private final UnfinishedFolder folder;

    public FolderTarget(Path folder, SealedCase sealed) {
        this.folder = UnfinishedFolder.begin(folder, sealed);
    }

    @Override
    public int factsAtOnce() {
        return 1_000;
    }

    @Override
    public void append(Block block) {
        folder.append(block);
    }

    @Override
    public void keep(Kept checkpoint, List<Node> nodes) {
        folder.keep(checkpoint, nodes);
    }

    @Override
    public void keep(Attestation attestation) {
        folder.keep(attestation);
    }

    @Override
    public Holdings written() {
        return SqliteHoldings.of(folder.file());
    }

    @Override
    public void finish() {
        folder.finish();
    }

    @Override
    public void close() {
        folder.close();
    }
}
