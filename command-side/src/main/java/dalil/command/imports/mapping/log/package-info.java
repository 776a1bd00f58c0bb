/** Files that tell of changes: each record as it stands after a line. */
@NullMarked
package dalil.command.imports.mapping.log;

import org.jspecify.annotations.NullMarked;
