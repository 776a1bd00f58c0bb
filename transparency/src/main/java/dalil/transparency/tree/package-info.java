/**
 * The Merkle tree of RFC 6962 §2.1 (the same as RFC 9162 §2.1) over SHA-256: hashes in, roots and proofs out. Knows nothing of
 * records, files or signatures.
 */
@NullMarked
package dalil.transparency.tree;

import org.jspecify.annotations.NullMarked;
