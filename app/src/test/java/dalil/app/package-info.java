@NullMarked
package dalil.app;

import org.jspecify.annotations.NullMarked;
