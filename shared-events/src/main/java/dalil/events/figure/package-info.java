/** Totals that others publish. They stand beside the documented people, never in their sum. */
@NullMarked
package dalil.events.figure;

import org.jspecify.annotations.NullMarked;
