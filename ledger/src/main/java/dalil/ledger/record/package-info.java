/**
 * The bytes of one fact: the record that becomes a leaf of the tree, and the salted sections it holds hashes of. Facts in, bytes out
 * and back; no storage. Everything here is fixed for ever once a ledger exists.
 */
@NullMarked
package dalil.ledger.record;

import org.jspecify.annotations.NullMarked;
