/** Who says so: the sources of claims, and from whom they have it. */
@NullMarked
package dalil.events.source;

import org.jspecify.annotations.NullMarked;
