/** What is recorded about incidents, the uses of force in them, and their review. */
@NullMarked
package dalil.events.incident;

import org.jspecify.annotations.NullMarked;
