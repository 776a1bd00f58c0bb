/** Files as rows: decompressed, decoded and parsed as a stream, one bounded row at a time. */
@NullMarked
package dalil.command.imports.reading;

import org.jspecify.annotations.NullMarked;
