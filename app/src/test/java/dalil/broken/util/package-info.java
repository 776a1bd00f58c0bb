@NullMarked
package dalil.broken.util;

import org.jspecify.annotations.NullMarked;
