/** A row: as it stands in a file, as commands, or rejected; and the ids that follow from it. */
@NullMarked
package dalil.command.imports.row;

import org.jspecify.annotations.NullMarked;
