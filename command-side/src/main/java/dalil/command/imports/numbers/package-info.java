/** Numbers as publishers write them in words, by patterns that are declared and never guessed. */
@NullMarked
package dalil.command.imports.numbers;

import org.jspecify.annotations.NullMarked;
