/** People harmed: one by one, or as counted groups. Facts out: those of {@code dalil.events.casualty}. */
@NullMarked
package dalil.command.casualty;

import org.jspecify.annotations.NullMarked;
