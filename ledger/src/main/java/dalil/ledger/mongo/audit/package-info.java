/** What an audit asks of a ledger on MongoDB, where a document may be anything. */
@NullMarked
package dalil.ledger.mongo.audit;

import org.jspecify.annotations.NullMarked;
