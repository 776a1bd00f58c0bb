/** What someone told us, before it is worked up, and the code under which they find it again. */
@NullMarked
package dalil.events.report;

import org.jspecify.annotations.NullMarked;
