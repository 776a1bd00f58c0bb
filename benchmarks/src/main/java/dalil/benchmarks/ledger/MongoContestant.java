package dalil.benchmarks.ledger;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.MongoTemplate;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.MongoEventStorageEngine;

/** Axon's engine for MongoDB on a fake of its server, in this JVM and in memory: it shows the engine's work and nothing of a disk. */
final class MongoContestant implements Contestant {

    private final MongoServer server = new MongoServer(new MemoryBackend());
    private final MongoClient client;
    private final MongoTemplate template;
    private final EventStorageEngine engine;

    MongoContestant() {
        server.bind();
        client = MongoClients.create(server.getConnectionString());
        template = DefaultMongoTemplate.builder().mongoDatabase(client).build();
        PlainSerializer serializer = new PlainSerializer();
        engine = MongoEventStorageEngine.builder()
                .mongoTemplate(template)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .batchSize(BATCH)
                .build();
    }

    @Override
    public EventStorageEngine engine() {
        return engine;
    }

    @Override
    public long events() {
        return template.eventCollection().countDocuments();
    }

    @Override
    public void close() {
        client.close();
        server.shutdownNow();
    }
}
