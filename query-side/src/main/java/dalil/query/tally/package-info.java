/** How many, by rule {@code documented/1}. Out: two numbers a cell, and the way to the records behind them. */
@NullMarked
package dalil.query.tally;

import org.jspecify.annotations.NullMarked;
