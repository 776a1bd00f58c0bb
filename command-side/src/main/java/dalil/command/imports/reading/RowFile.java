package dalil.command.imports.reading;

import dalil.command.imports.profile.Layout;
import dalil.command.imports.row.RawRow;
import dalil.events.dataset.DatasetFact.ReadFile;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** A file that is read row by row. */
public final class RowFile implements RowReader {

    private final OpenInput input;
    private final RowReader rows;

    private RowFile(OpenInput input, RowReader rows) {
        this.input = input;
        this.rows = rows;
    }

    /**
     * @param onBytes told how many bytes were read, each time some were
     * @throws MalformedInput if the file does not begin as the layout says
     */
    public static RowFile open(InputFile file, Layout layout, LongConsumer onBytes) throws IOException {
        try {
            OpenInput input = new OpenInput(file, layout.charset(), onBytes);
            try {
                return new RowFile(input, rows(input, layout));
            } catch (IOException broken) {
                input.close();
                throw broken;
            }
        } catch (ZipException | EOFException damaged) {
            throw RowPlace.malformed(damaged, 1, 0, layout.charset(), "gzip");
        }
    }

    private static RowReader rows(OpenInput input, Layout layout) throws IOException {
        return switch (layout.format()) {
            case CSV -> new CsvRows(input.text(), layout);
            case LINES -> new LineRows(input.text(), layout);
            case JSON, JSON_LINES -> new JsonRows(input.text(), layout);
        };
    }

    /** The names of the columns, where the file is one that has them all in every row; else empty. */
    public List<String> header() {
        return rows instanceof CsvRows csv ? csv.header() : List.of();
    }

    @Override
    public @Nullable RawRow next() throws IOException {
        return rows.next();
    }

    /** What was read, to the last byte. */
    public ReadFile finish() throws IOException {
        return input.finish();
    }

    @Override
    public void close() throws IOException {
        try {
            rows.close();
        } finally {
            input.close();
        }
    }
}
