/** Tests of {@code dalil.query.facts}. */
@NullMarked
package dalil.query.facts;

import org.jspecify.annotations.NullMarked;
