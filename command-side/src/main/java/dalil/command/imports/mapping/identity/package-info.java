/** Which record a row, or a thing of a row, is about; and which columns an id must not give away. */
@NullMarked
package dalil.command.imports.mapping.identity;

import org.jspecify.annotations.NullMarked;
