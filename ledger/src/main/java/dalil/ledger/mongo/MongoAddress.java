package dalil.ledger.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoException;
import java.util.Set;

/**
 * Where a ledger lies: {@code mongodb://[user:password@]host[,host…]/database[?options]}. Shown without what is secret in it.
 */
public final class MongoAddress {

    private static final Set<String> SERVERS_OWN = Set.of("admin", "local", "config");

    private final ConnectionString uri;
    private final String database;

    private MongoAddress(ConnectionString uri, String database) {
        this.uri = uri;
        this.database = database;
    }

    /** Whether a text means a MongoDB server rather than a folder. */
    public static boolean looksLike(String text) {
        return text.startsWith("mongodb://") || text.startsWith("mongodb+srv://");
    }

    /** @throws IllegalArgumentException saying what is wrong and repeating nothing of it, since there may be a password in it */
    public static MongoAddress parse(String text) {
        ConnectionString uri;
        try {
            uri = new ConnectionString(text);
        } catch (IllegalArgumentException | MongoException malformed) {
            throw new IllegalArgumentException(
                    "not an address of a MongoDB server; it looks like mongodb://host:27017/database", malformed);
        }
        String database = uri.getDatabase();
        if (database == null || database.isEmpty() || uri.getCollection() != null) {
            throw new IllegalArgumentException(
                    "the address of a MongoDB server names no database; it looks like mongodb://host:27017/database");
        }
        if (SERVERS_OWN.contains(database)) {
            throw new IllegalArgumentException("the database " + database + " is the server's own; name another one");
        }
        return new MongoAddress(uri, database);
    }

    ConnectionString uri() {
        return uri;
    }

    String database() {
        return database;
    }

    @Override
    public String toString() {
        return (uri.isSrvProtocol() ? "mongodb+srv://" : "mongodb://") + String.join(",", uri.getHosts()) + "/"
                + database;
    }
}
