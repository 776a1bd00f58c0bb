/** The read side as a server. */
@NullMarked
package dalil.query;

import org.jspecify.annotations.NullMarked;
