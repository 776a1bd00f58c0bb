@NullMarked
package dalil.transparency.broken;

import org.jspecify.annotations.NullMarked;
