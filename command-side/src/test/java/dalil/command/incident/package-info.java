@NullMarked
package dalil.command.incident;

import org.jspecify.annotations.NullMarked;
