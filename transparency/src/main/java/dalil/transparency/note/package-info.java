/**
 * C2SP signed-note: a text and the signatures under it, by Ed25519 keys (type 0x01) and timestamping cosigners (type 0x04, C2SP
 * tlog-cosignature). A text counts for nothing until {@link dalil.transparency.note.SignedNote#verify} has answered.
 */
@NullMarked
package dalil.transparency.note;

import org.jspecify.annotations.NullMarked;
