package dalil.ledger.copy;

import dalil.ledger.audit.Holdings;
import dalil.ledger.store.AttestationStore.Attestation;
import dalil.ledger.store.Block;
import dalil.ledger.store.CheckpointStore.Kept;
import dalil.ledger.store.CheckpointStore.Node;
import java.util.List;

/** A ledger being made, which nobody can open before {@link #finish}. */
public interface CopyTarget extends AutoCloseable {

    /** How many facts it takes at a time, so that it reads well later. */
    int factsAtOnce();

    void append(Block block);

    void keep(Kept checkpoint, List<Node> nodes);

    void keep(Attestation attestation);

    /** All that it holds so far, read back. */
    Holdings written();

    /** Makes it a ledger. A crash before: it does not open. After: it is whole. */
    void finish();

    /** Lets go of it; without {@link #finish} before, what is there does not open. */
    @Override
    void close();
}
