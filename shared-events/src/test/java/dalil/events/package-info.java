@NullMarked
package dalil.events;

import org.jspecify.annotations.NullMarked;
