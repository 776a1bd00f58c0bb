/**
 * Rule documented/1 counted by hand, one unit after the other. It shares nothing with the facts table but the fold of one record's
 * own facts, so that an error in one is not repeated in the other.
 */
@NullMarked
package dalil.query.byhand;

import org.jspecify.annotations.NullMarked;
