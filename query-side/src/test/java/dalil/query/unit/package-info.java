/** Tests of {@code dalil.query.unit}. */
@NullMarked
package dalil.query.unit;

import org.jspecify.annotations.NullMarked;
