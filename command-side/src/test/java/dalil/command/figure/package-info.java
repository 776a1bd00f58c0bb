@NullMarked
package dalil.command.figure;

import org.jspecify.annotations.NullMarked;
