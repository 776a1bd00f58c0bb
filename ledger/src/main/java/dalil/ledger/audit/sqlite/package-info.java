/** What an audit asks of a ledger that is an SQLite file. */
@NullMarked
package dalil.ledger.audit.sqlite;

import org.jspecify.annotations.NullMarked;
