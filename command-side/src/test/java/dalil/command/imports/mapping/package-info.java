@NullMarked
package dalil.command.imports.mapping;

import org.jspecify.annotations.NullMarked;
