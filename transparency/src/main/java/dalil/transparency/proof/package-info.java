/**
 * C2SP tlog-proof: one file that shows, offline and to anyone who holds a policy, that a record is in a log. The data it may carry
 * as {@code extra} is not authenticated.
 */
@NullMarked
package dalil.transparency.proof;

import org.jspecify.annotations.NullMarked;
