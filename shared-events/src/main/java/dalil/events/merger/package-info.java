/** That two records are about one and the same, or may be, whatever kind of record they are. */
@NullMarked
package dalil.events.merger;

import org.jspecify.annotations.NullMarked;
