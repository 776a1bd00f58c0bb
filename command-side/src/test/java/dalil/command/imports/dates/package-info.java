@NullMarked
package dalil.command.imports.dates;

import org.jspecify.annotations.NullMarked;
