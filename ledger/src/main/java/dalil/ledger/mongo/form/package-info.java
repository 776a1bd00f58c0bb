/** The documents of a ledger on MongoDB: what is stored in them, and reading it back with nothing believed. */
@NullMarked
package dalil.ledger.mongo.form;

import org.jspecify.annotations.NullMarked;
