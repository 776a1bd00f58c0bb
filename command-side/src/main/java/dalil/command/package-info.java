/** The write side: commands come in, facts go to the ledger. Everything here is wired in one place, with or without Spring. */
@NullMarked
package dalil.command;

import org.jspecify.annotations.NullMarked;
