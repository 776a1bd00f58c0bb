@NullMarked
package dalil.command.imports.http;

import org.jspecify.annotations.NullMarked;
