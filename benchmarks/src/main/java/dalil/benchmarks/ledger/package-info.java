/**
 * The ledger beside what a user would pick instead: the same events through the same Axon contract, in JVMs of their own with the same
 * settings. {@link dalil.benchmarks.ledger.LedgerBenchmark} plans and prints, {@link dalil.benchmarks.ledger.Trial} measures.
 */
@NullMarked
package dalil.benchmarks.ledger;

import org.jspecify.annotations.NullMarked;
