/** Which units, one after the other. Out: what a list shows of each, and the way to its record. */
@NullMarked
package dalil.query.timeline;

import org.jspecify.annotations.NullMarked;
