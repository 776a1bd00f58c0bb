/**
 * Published totals beside the documented people. In: rows of figures, tallies of people. Out: lists of figures, and what each can and
 * cannot be compared with. Nothing is added up into anything else.
 */
@NullMarked
package dalil.query.figure;

import org.jspecify.annotations.NullMarked;
