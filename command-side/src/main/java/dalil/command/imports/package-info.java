/**
 * Imports: what publishers list in files of their own comes in, row by row, as what they say. A profile ({@code .profile}, read from
 * YAML by {@code .yaml}) says how; {@code .reading} streams the rows, {@code .mapping} turns a row into commands, and the run in
 * this package sends them on and ends with the dataset's listing. Facts out: none of its own, only commands.
 */
@NullMarked
package dalil.command.imports;

import org.jspecify.annotations.NullMarked;
