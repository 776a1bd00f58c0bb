/**
 * A ledger as four collections of one MongoDB database. {@link dalil.ledger.mongo.MongoLedger} creates and opens; blocks in, checked
 * facts out. Several processes may write to one ledger: the number under which a block is inserted, and the keys it takes, are unique,
 * so exactly one of them has each place. Nothing here needs a transaction or a change stream, and nothing is ever updated.
 */
@NullMarked
package dalil.ledger.mongo;

import org.jspecify.annotations.NullMarked;
