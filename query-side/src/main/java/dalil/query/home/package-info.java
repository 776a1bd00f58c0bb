/** The page at the root: what is in this register, what is not finished, how to ask and how to file. No script, no template. */
@NullMarked
package dalil.query.home;

import org.jspecify.annotations.NullMarked;
