/** Published totals. Facts out: those of {@code dalil.events.figure}. */
@NullMarked
package dalil.command.figure;

import org.jspecify.annotations.NullMarked;
