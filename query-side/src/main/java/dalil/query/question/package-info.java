/**
 * What a reader asks of the facts table: which units, at which index, broken down by what. A tally and the timeline behind it are
 * the same selection, so that following a number always finds the records it counts.
 */
@NullMarked
package dalil.query.question;

import org.jspecify.annotations.NullMarked;
