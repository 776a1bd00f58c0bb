/**
 * What must not fall with the data: the log's private key, encrypted, and the last checkpoint it signed. A folder and a passphrase in,
 * a signer out. Only the JDK's own cryptography.
 */
@NullMarked
package dalil.ledger.key;

import org.jspecify.annotations.NullMarked;
