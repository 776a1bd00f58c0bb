package dalil.ledger.mongo;

import dalil.ledger.audit.Holdings;
import dalil.ledger.copy.CopyRefused;
import dalil.ledger.copy.CopyTarget;
import dalil.ledger.mongo.audit.MongoHoldings;
import dalil.ledger.store.AttestationStore.Attestation;
import dalil.ledger.store.Block;
import dalil.ledger.store.CheckpointStore.Kept;
import dalil.ledger.store.CheckpointStore.Node;
import dalil.ledger.store.Overtaken;
import dalil.ledger.store.SealedCase;
import java.util.List;

/** A ledger in a database that has none; without its case, which comes last, it does not open. */
public final class MongoTarget implements CopyTarget {

    private final MongoLedger place;
    private final SealedCase sealed;
    private final MongoSession session;
    private final MongoWriter writer;
    private final MongoCheckpoints checkpoints;
    private final MongoAttestations attestations;

    /** @throws dalil.ledger.fault.LedgerAlreadyHere if the database has anything of a ledger */
    public MongoTarget(MongoAddress address, MongoTimes times, SealedCase sealed) {
        this.place = new MongoLedger(address, times);
        this.sealed = sealed;
        this.session = place.begun();
        this.writer = new MongoWriter(session);
        this.checkpoints = new MongoCheckpoints(session, new Blocks(session), true);
        this.attestations = new MongoAttestations(session, true);
    }

    /** Small enough that reading a stream does not bring too much of its neighbours. */
    @Override
    public int factsAtOnce() {
        return 100;
    }

    @Override
    public void append(Block block) {
        try {
            writer.append(block);
        } catch (Overtaken somebody) {
            throw new CopyRefused("somebody else writes to " + session.address());
        }
    }

    @Override
    public void keep(Kept checkpoint, List<Node> nodes) {
        checkpoints.keep(checkpoint, nodes);
    }

    @Override
    public void keep(Attestation attestation) {
        attestations.keep(attestation);
    }

    @Override
    public Holdings written() {
        return MongoHoldings.unfinished(session.address(), session.times(), sealed);
    }

    @Override
    public void finish() {
        place.keepCase(session, sealed);
    }

    @Override
    public void close() {
        session.close();
    }
}
