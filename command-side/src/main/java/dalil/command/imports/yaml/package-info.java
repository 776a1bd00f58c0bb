/** Reads import profiles from YAML: strictly, within bounds, every error with the line and with what was expected. */
@NullMarked
package dalil.command.imports.yaml;

import org.jspecify.annotations.NullMarked;
