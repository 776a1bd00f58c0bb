@NullMarked
package dalil.command.broken;

import org.jspecify.annotations.NullMarked;
