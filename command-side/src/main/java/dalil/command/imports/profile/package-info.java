/** What an import profile says, ready to be followed. Made by {@code dalil.command.imports.yaml} only. */
@NullMarked
package dalil.command.imports.profile;

import org.jspecify.annotations.NullMarked;
