/** Side-by-side measurements. Nothing here asserts; the numbers go to docs/benchmarks.md with the machine they are from. */
@NullMarked
package dalil.benchmarks;

import org.jspecify.annotations.NullMarked;
