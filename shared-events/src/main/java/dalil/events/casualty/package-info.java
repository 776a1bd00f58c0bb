/** What is recorded about people who were harmed, named one by one or counted as a group, and their way through care. */
@NullMarked
package dalil.events.casualty;

import org.jspecify.annotations.NullMarked;
