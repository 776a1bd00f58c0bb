/** Who says so, and from whom they have it. Facts out: those of {@code dalil.events.source}. */
@NullMarked
package dalil.command.source;

import org.jspecify.annotations.NullMarked;
