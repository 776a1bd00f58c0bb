@NullMarked
package dalil.command.imports;

import org.jspecify.annotations.NullMarked;
