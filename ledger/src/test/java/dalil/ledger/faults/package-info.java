/** Faults of a machine, kind by kind, and what must be left of a ledger. What runs where: {@code docs/faults.md}. */
@NullMarked
package dalil.ledger.faults;

import org.jspecify.annotations.NullMarked;
