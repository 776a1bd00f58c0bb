/** What the publishers of imported files listed, and when. Facts out: those of {@code dalil.events.dataset}. */
@NullMarked
package dalil.command.dataset;

import org.jspecify.annotations.NullMarked;
