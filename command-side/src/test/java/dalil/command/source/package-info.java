@NullMarked
package dalil.command.source;

import org.jspecify.annotations.NullMarked;
