/** What someone told us, until it is worked up into records or set aside. Facts out: those of {@code dalil.events.report}. */
@NullMarked
package dalil.command.report;

import org.jspecify.annotations.NullMarked;
