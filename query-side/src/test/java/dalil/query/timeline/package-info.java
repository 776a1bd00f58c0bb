/** Tests of {@code dalil.query.timeline}. */
@NullMarked
package dalil.query.timeline;

import org.jspecify.annotations.NullMarked;
