package dalil.ledger.mongo;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A MongoDB replica set, where somebody has one. */
final class RealMongo {

    private static final String VARIABLE = "DALIL_TEST_MONGODB_URI";

    static final String WHY_NOT = VARIABLE + " is not set; it is the address of a replica set, with a database whose"
            + " name the tests' own begin with";

    private static final @Nullable String URI = System.getenv(VARIABLE);

    private RealMongo() {}

    static boolean isGiven() {
        return URI != null;
    }

    /** The address of a database that nobody else has. */
    static MongoAddress database() {
        MongoAddress base = MongoAddress.parse(Objects.requireNonNull(URI));
        String name = base.database() + "_" + UUID.randomUUID().toString().substring(0, 8);
        return MongoAddress.parse(URI.replaceFirst("(?<!/)/(?!/)" + base.database(), "/" + name));
    }
}
