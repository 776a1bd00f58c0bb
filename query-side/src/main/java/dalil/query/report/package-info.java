/**
 * Which reports are still to be worked up, and how often a code may be guessed. Facts in: those of {@code dalil.events.report}, without
 * their protected values.
 */
@NullMarked
package dalil.query.report;

import org.jspecify.annotations.NullMarked;
