/** Rows as commands: identity, values, claims, and why a row is rejected. */
@NullMarked
package dalil.command.imports.mapping;

import org.jspecify.annotations.NullMarked;
