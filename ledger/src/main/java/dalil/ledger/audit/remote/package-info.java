/**
 * The audit of a running server by what it shows to anybody who asks: its address and keys in, a report out. It has no more than a
 * stranger has, and says what it could not see.
 */
@NullMarked
package dalil.ledger.audit.remote;

import org.jspecify.annotations.NullMarked;
