/** Incidents, the uses of force in them and their review. Facts out: those of {@code dalil.events.incident}. */
@NullMarked
package dalil.command.incident;

import org.jspecify.annotations.NullMarked;
