@NullMarked
package dalil.app.architecture;

import org.jspecify.annotations.NullMarked;
