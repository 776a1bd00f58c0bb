package dalil.command.imports.reading;

import dalil.command.imports.profile.Layout;
import dalil.command.imports.row.Datum.Fields;
import dalil.command.imports.row.Datum.Scalar;
import dalil.command.imports.row.RawRow;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plain lines; an empty one is none. */
final class LineRows implements RowReader {

    static final String COLUMN = "line";

    private final Layout layout;
    private final BoundedText text;
    private final BufferedReader lines;
    private long line;
    private long row;

    LineRows(Reader in, Layout layout) {
        this.layout = layout;
        this.text = new BoundedText(in);
        this.lines = new BufferedReader(text);
    }

    @Override
    public @Nullable RawRow next() throws IOException {
        row++;
        while (true) {
            text.startRow();
            line++;
            String next;
            try {
                next = lines.readLine();
            } catch (IOException broken) {
                throw RowPlace.malformed(broken, row, line, layout.charset(), "text");
            }
            if (next == null) {
                return null;
            }
            if (!next.isBlank()) {
                return new RawRow(row, new Fields(Map.of(COLUMN, new Scalar(next))), null);
            }
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
