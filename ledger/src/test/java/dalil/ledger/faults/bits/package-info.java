/** Something in a ledger's files is changed, field by field and byte by byte, and the audit or the start must say so. */
@NullMarked
package dalil.ledger.faults.bits;

import org.jspecify.annotations.NullMarked;
