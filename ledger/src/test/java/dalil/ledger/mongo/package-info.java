/**
 * Tests of the package of the same name. All but those that name {@code DALIL_TEST_MONGODB_URI} run against mongo-java-server, which
 * speaks MongoDB's protocol from memory: it has unique indexes, and no replication, no majority, no journal, no users.
 */
@NullMarked
package dalil.ledger.mongo;

import org.jspecify.annotations.NullMarked;
