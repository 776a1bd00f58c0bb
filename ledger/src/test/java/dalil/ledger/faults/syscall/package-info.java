/** One system call of a small run fails, or is the last before a kill; then the ledger is opened and must be whole. */
@NullMarked
package dalil.ledger.faults.syscall;

import org.jspecify.annotations.NullMarked;
