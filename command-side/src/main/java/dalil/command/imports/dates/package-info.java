/** Dates and hours as publishers write them, by patterns that are declared and never guessed. */
@NullMarked
package dalil.command.imports.dates;

import org.jspecify.annotations.NullMarked;
