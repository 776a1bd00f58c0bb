@NullMarked
package dalil.command.imports.reading;

import org.jspecify.annotations.NullMarked;
