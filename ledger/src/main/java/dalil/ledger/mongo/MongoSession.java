package dalil.ledger.mongo;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.connection.ClusterType;
import dalil.ledger.fault.LedgerUnavailable;
import dalil.ledger.fault.LedgerUnavailable.Reason;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.bson.BsonInt32;

/**
 * The driver's client and the four collections. All reads are of what a majority has and from the primary; all writes wait until a
 * majority has them in its journal. What an address says to the contrary does not count.
 */
public final class MongoSession implements AutoCloseable {

    private static final int CONNECTIONS = 32;

    private final MongoAddress address;
    private final MongoTimes times;
    private final MongoClient client;
    private final MongoDatabase database;
    private volatile boolean closed;

    MongoSession(MongoAddress address, MongoTimes times) {
        this.address = address;
        this.times = times;
        this.client = MongoClients.create(settings(address, times));
        this.database = client.getDatabase(address.database());
    }

    private static MongoClientSettings settings(MongoAddress address, MongoTimes times) {
        int connect = (int) times.connect().toMillis();
        int answer = (int) times.answer().toMillis();
        // The server gives up first, so that most late answers are an answer.
        WriteConcern durable = WriteConcern.MAJORITY
                .withJournal(true)
                .withWTimeout(times.answer().toMillis() * 4 / 5, TimeUnit.MILLISECONDS);
        return MongoClientSettings.builder()
                .applyConnectionString(address.uri())
                .applicationName("dalil")
                .readConcern(ReadConcern.MAJORITY)
                .readPreference(ReadPreference.primary())
                .writeConcern(durable)
                // Off: the driver tries a write again once and hides it, and that second attempt may be as unclear as
                // the
                // first. InsertOnce reads what is there before it writes again, and is tried against each failure.
                .retryWrites(false)
                .retryReads(true)
                .applyToSocketSettings(socket -> socket.connectTimeout(connect, TimeUnit.MILLISECONDS)
                        .readTimeout(answer, TimeUnit.MILLISECONDS))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(connect, TimeUnit.MILLISECONDS))
                .applyToConnectionPoolSettings(
                        pool -> pool.maxSize(CONNECTIONS).maxWaitTime(answer, TimeUnit.MILLISECONDS))
                .build();
    }

    MongoAddress address() {
        return address;
    }

    public MongoTimes times() {
        return times;
    }

    /** The case, one document. */
    public MongoCollection<BsonDocument> cases() {
        return database.getCollection(MongoLayout.CASE, BsonDocument.class);
    }

    public MongoCollection<BsonDocument> blocks() {
        return database.getCollection(MongoLayout.BLOCK, BsonDocument.class);
    }

    public MongoCollection<BsonDocument> checkpoints() {
        return database.getCollection(MongoLayout.CHECKPOINT, BsonDocument.class);
    }

    public MongoCollection<BsonDocument> attestations() {
        return database.getCollection(MongoLayout.ATTESTATION, BsonDocument.class);
    }

    public MongoDatabase database() {
        return database;
    }

    /** @throws MongoException if no server that takes writes answers, or it does not know the user */
    void ping() {
        database.runCommand(new BsonDocument("ping", new BsonInt32(1)));
    }

    /** What a reading gives; a server that does not answer is for later. */
    <T> T read(Supplier<T> reading) {
        if (closed) {
            throw new LedgerUnavailable(Reason.CLOSED, "the ledger is closed");
        }
        try {
            return reading.get();
        } catch (MongoException failed) {
            throw new LedgerUnavailable(
                    Reason.BUSY, "MongoDB does not answer: " + MongoAnswer.describe(failed), failed);
        }
    }

    ClusterType clusterType() {
        return client.getClusterDescription().getType();
    }

    public static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException asked) {
            // Leaving early would mean not knowing; whoever interrupted is heard when the answer is there.
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        client.close();
    }
}
