package dalil.command.imports.reading;

import dalil.command.imports.row.RawRow;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of one file, one after another. */
public interface RowReader extends Closeable {

    /** At most so many characters in one row. */
    int MAX_ROW = 1024 * 1024;

    /** The next row; null after the last one. */
    @Nullable RawRow next() throws IOException;

    /** The whole file was read; it may still be malformed after its last row. */
    @Override
    void close() throws IOException;
}
