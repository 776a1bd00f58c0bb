/** Tests of {@code dalil.query.tally}. */
@NullMarked
package dalil.query.tally;

import org.jspecify.annotations.NullMarked;
