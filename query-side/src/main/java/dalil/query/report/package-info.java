/**
 * Which reports are still to be worked up, out of the facts table, and how often a code may be guessed.
 */
@NullMarked
package dalil.query.report;

import org.jspecify.annotations.NullMarked;
