/** What the columns, values and conditions of a profile are in a row. */
@NullMarked
package dalil.command.imports.mapping.value;

import org.jspecify.annotations.NullMarked;
