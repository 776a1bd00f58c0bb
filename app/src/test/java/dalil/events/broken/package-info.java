@NullMarked
package dalil.events.broken;

import org.jspecify.annotations.NullMarked;
