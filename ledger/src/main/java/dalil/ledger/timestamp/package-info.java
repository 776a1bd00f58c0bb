/**
 * RFC 3161 timestamps of signed checkpoints: a note and an authority's address in, a token that was checked out. The only package that
 * knows Bouncy Castle, which reads and writes the forms; signatures and certificate paths are the JDK's. Authorities are not trusted:
 * their answers are bounded, and nothing is kept that does not verify.
 */
@NullMarked
package dalil.ledger.timestamp;

import org.jspecify.annotations.NullMarked;
