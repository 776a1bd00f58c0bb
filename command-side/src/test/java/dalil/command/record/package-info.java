@NullMarked
package dalil.command.record;

import org.jspecify.annotations.NullMarked;
