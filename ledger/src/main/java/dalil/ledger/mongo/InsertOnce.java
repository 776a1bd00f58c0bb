package dalil.ledger.mongo;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import dalil.ledger.fault.LedgerUnavailable;
import dalil.ledger.fault.LedgerUnavailable.Reason;
import java.time.Duration;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Inserts one document so that afterwards it is known whether it is stored, or said that it is not known.
 *
 * <p>An insert that got no clear answer may still be on its way. So it is never followed by another document, and by the same one only
 * after a majority was asked what is there: the same document twice is stored once, since its number and keys are unique.
 */
final class InsertOnce {

    private static final Logger LOG = LoggerFactory.getLogger(InsertOnce.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(10);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final MongoSession session;
    private final MongoCollection<BsonDocument> collection;
    private final BsonDocument document;
    private final Supplier<There> look;

    /** What a majority has in the document's place. */
    enum There {
        NOTHING,
        OURS,
        /** Another document is in its place or has a key of it, so this one cannot be stored any more. */
        ANOTHERS
    }

    /** @param look asks a majority */
    InsertOnce(
            MongoSession session,
            MongoCollection<BsonDocument> collection,
            BsonDocument document,
            Supplier<There> look) {
        this.session = session;
        this.collection = collection;
        this.document = document;
        this.look = look;
    }

    /**
     * Whether it is stored; if not, another is in its place for good.
     *
     * @throws LedgerUnavailable with reason FULL or BUSY if it is not stored, FAILED if the server refuses it, UNKNOWN if it may be
     *     stored or still come
     */
    boolean run() {
        boolean interrupted = Thread.interrupted();
        try {
            return settled();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private boolean settled() {
        long end = System.nanoTime() + session.times().settle().toNanos();
        Duration pause = FIRST_PAUSE;
        boolean unclear = false;
        while (true) {
            MongoException failed;
            try {
                // A crash before the server has it: nothing is stored. After: all of it is, and the next start or
                // another
                // process finds it.
                collection.insertOne(document);
                return true;
            } catch (MongoException noPlainYes) {
                failed = noPlainYes;
            }
            MongoAnswer answer = MongoAnswer.of(failed);
            // What is taken may be taken by this document, if it was delivered twice; only a look tells.
            unclear |= answer == MongoAnswer.UNCLEAR || answer == MongoAnswer.DUPLICATE;
            refuse(answer, unclear, failed);
            There there = look();
            if (there != There.NOTHING) {
                return there == There.OURS;
            }
            if (System.nanoTime() > end) {
                throw open(unclear, failed);
            }
            LOG.info("a write had no clear answer and is not there: {}", MongoAnswer.describe(failed));
            MongoSession.pause(pause);
            pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    /** A plain no is the answer, unless an earlier attempt may still be on its way. */
    private static void refuse(MongoAnswer answer, boolean unclear, MongoException failed) {
        if (unclear) {
            return;
        }
        if (answer == MongoAnswer.FULL) {
            throw new LedgerUnavailable(Reason.FULL, "no space left on the MongoDB server", failed);
        }
        if (answer == MongoAnswer.REFUSED) {
            throw new LedgerUnavailable(
                    Reason.FAILED, "the MongoDB server refuses to store: " + MongoAnswer.describe(failed), failed);
        }
    }

    private There look() {
        try {
            return look.get();
        } catch (MongoException unanswered) {
            return There.NOTHING;
        }
    }

    private static LedgerUnavailable open(boolean unclear, MongoException failed) {
        String how = MongoAnswer.describe(failed);
        return unclear
                ? new LedgerUnavailable(
                        Reason.UNKNOWN, "MongoDB did not say whether it stored this; ask again: " + how, failed)
                : new LedgerUnavailable(Reason.BUSY, "MongoDB takes no writes just now: " + how, failed);
    }
}
