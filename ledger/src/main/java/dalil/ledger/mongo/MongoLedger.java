package dalil.ledger.mongo;

import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.client.model.Filters;
import com.mongodb.connection.ClusterType;
import dalil.ledger.Ledger;
import dalil.ledger.LedgerCase;
import dalil.ledger.LedgerWiring;
import dalil.ledger.fault.IntegrityFault;
import dalil.ledger.fault.LedgerAlreadyHere;
import dalil.ledger.fault.NoLedgerHere;
import dalil.ledger.mongo.InsertOnce.There;
import dalil.ledger.mongo.form.CaseDocument;
import dalil.ledger.store.SealedCase;
import java.util.Set;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A database that holds one ledger. Creating and opening are different calls: an empty database is never taken for a ledger that lost
 * its facts, nor the other way round.
 */
public final class MongoLedger {

    private static final Logger LOG = LoggerFactory.getLogger(MongoLedger.class);

    private final MongoAddress address;
    private final MongoTimes times;

    public MongoLedger(MongoAddress address, MongoTimes times) {
        this.address = address;
        this.times = times;
    }

    public static MongoLedger at(MongoAddress address) {
        return new MongoLedger(address, MongoTimes.USUAL);
    }

    /**
     * Makes an empty ledger and opens it.
     *
     * @throws LedgerAlreadyHere if there is one, or what may be left of one
     * @throws NoLedgerHere if the server cannot be reached or does not allow it
     */
    public Ledger create(LedgerCase ledgerCase, LedgerWiring wiring) {
        try (MongoSession session = begun()) {
            keepCase(session, SealedCase.of(ledgerCase, wiring.random()));
        }
        return open(wiring);
    }

    /**
     * Collections and indexes without a case, which comes last. A crash before the case: there is no ledger, and if nothing is in it
     * yet, the next create makes one. After: a whole ledger.
     */
    MongoSession begun() {
        MongoSession session = reached();
        try {
            answered(() -> {
                refuseWhatIsThere(session);
                MongoLayout.make(session);
                return true;
            });
            return session;
        } catch (RuntimeException refused) {
            session.close();
            throw refused;
        }
    }

    private void refuseWhatIsThere(MongoSession session) {
        if (session.cases().find().first() != null) {
            throw new LedgerAlreadyHere(address.toString(), "it has a case");
        }
        if (session.blocks().find().first() != null
                || session.checkpoints().find().first() != null
                || session.attestations().find().first() != null) {
            throw new LedgerAlreadyHere(
                    address.toString(),
                    "it has facts, checkpoints or attestations and no case, as a copy that was not finished leaves it; take another"
                            + " database, or drop this one if you know that");
        }
    }

    void keepCase(MongoSession session, SealedCase sealed) {
        BsonDocument document = CaseDocument.of(sealed);
        InsertOnce insert = new InsertOnce(session, session.cases(), document, () -> {
            BsonDocument found =
                    session.cases().find(Filters.eq("_id", CaseDocument.ID)).first();
            return found == null ? There.NOTHING : found.equals(document) ? There.OURS : There.ANOTHERS;
        });
        if (!insert.run()) {
            throw new LedgerAlreadyHere(address.toString(), "somebody else made it just now");
        }
    }

    /** Whether a database holds a ledger; it can also be asked of one that does not open. */
    public boolean isThere() {
        try (MongoSession session = reached()) {
            return answered(() -> session.cases().find().first() != null);
        }
    }

    /**
     * Opens for reading and appending, also beside other processes that append.
     *
     * @throws NoLedgerHere if there is none, or the server cannot be reached
     * @throws IntegrityFault if the head and the last facts disagree, or what keeps keys unique is gone
     */
    public Ledger open(LedgerWiring wiring) {
        return opened(true, store -> Ledger.writing(store, wiring));
    }

    /** Opens for reading. */
    public Ledger openReadOnly() {
        return opened(false, Ledger::reading);
    }

    private Ledger opened(boolean writable, Function<MongoStore, Ledger> opening) {
        MongoSession session = reached();
        try {
            return answered(() -> {
                BsonDocument document = session.cases().find().first();
                if (document == null) {
                    throw new NoLedgerHere(address.toString(), "the database holds none", null);
                }
                SealedCase sealed = CaseDocument.read(document);
                if (writable) {
                    indexes(session);
                    warnOfOne(session);
                }
                return opening.apply(new MongoStore(session, sealed, writable));
            });
        } catch (RuntimeException refused) {
            session.close();
            throw refused;
        }
    }

    private void warnOfOne(MongoSession session) {
        if (session.clusterType() == ClusterType.STANDALONE) {
            LOG.warn("{} is a single server: what it acknowledged is lost with its disk; use a replica set", address);
        }
    }

    /** Without them the server would take a fact twice. */
    private static void indexes(MongoSession session) {
        require(MongoLayout.BLOCK, MongoLayout.found(session.blocks()));
        require(MongoLayout.CHECKPOINT, MongoLayout.found(session.checkpoints()));
        require(MongoLayout.ATTESTATION, MongoLayout.found(session.attestations()));
    }

    private static void require(String collection, Set<String> found) {
        for (String index : MongoLayout.expected(collection)) {
            if (index.startsWith("unique") && !found.contains(index)) {
                throw IntegrityFault.ofLedger("the collection " + collection + " lacks its index " + index);
            }
        }
    }

    /** The server, if it answers. */
    public MongoSession reached() {
        MongoSession session = new MongoSession(address, times);
        try {
            answered(() -> {
                session.ping();
                return true;
            });
        } catch (RuntimeException unreachable) {
            session.close();
            throw unreachable;
        }
        return session;
    }

    private <T> T answered(java.util.function.Supplier<T> question) {
        try {
            return question.get();
        } catch (MongoTimeoutException nobody) {
            throw new NoLedgerHere(
                    address.toString(),
                    "no server that takes writes answers there within "
                            + times.connect().toMillis() + " ms",
                    nobody);
        } catch (MongoSecurityException unknownUser) {
            throw new NoLedgerHere(address.toString(), "the server does not accept user and password", unknownUser);
        } catch (MongoException failed) {
            throw new NoLedgerHere(address.toString(), MongoAnswer.describe(failed), failed);
        }
    }
}
