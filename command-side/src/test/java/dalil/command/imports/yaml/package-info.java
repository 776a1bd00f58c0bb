@NullMarked
package dalil.command.imports.yaml;

import org.jspecify.annotations.NullMarked;
