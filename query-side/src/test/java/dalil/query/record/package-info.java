/** How records are folded. */
@NullMarked
package dalil.query.record;

import org.jspecify.annotations.NullMarked;
