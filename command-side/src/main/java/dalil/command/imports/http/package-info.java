/** Imports over HTTP: uploads, a queue of one at a time, and what became of each. */
@NullMarked
package dalil.command.imports.http;

import org.jspecify.annotations.NullMarked;
