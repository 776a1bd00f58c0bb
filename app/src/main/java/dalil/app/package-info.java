/** The launcher: both sides in one process on embedded stores, and the command line. */
@NullMarked
package dalil.app;

import org.jspecify.annotations.NullMarked;
