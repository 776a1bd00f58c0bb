@NullMarked
package dalil.command.imports.row;

import org.jspecify.annotations.NullMarked;
