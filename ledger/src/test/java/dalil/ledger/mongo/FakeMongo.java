package dalil.ledger.mongo;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;

/** mongo-java-server on a port of its own, started once for a JVM. */
public final class FakeMongo {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private static final InetSocketAddress ADDRESS = start(0);

    private FakeMongo() {}

    static InetSocketAddress start(int port) {
        MongoServer server = new MongoServer(new MemoryBackend().version(ServerVersion.MONGO_5_0));
        server.bind("127.0.0.1", port);
        return server.getLocalAddress();
    }

    public static int port() {
        return ADDRESS.getPort();
    }

    /** The address of an empty database. */
    public static MongoAddress database() {
        return database(port(), "test" + DATABASES.incrementAndGet());
    }

    static MongoAddress database(int port, String name) {
        return MongoAddress.parse("mongodb://127.0.0.1:" + port + "/" + name);
    }
}
