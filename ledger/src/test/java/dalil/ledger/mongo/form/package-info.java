/** The documents, as they are for ever. */
@NullMarked
package dalil.ledger.mongo.form;

import org.jspecify.annotations.NullMarked;
