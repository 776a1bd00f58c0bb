package dalil.command.imports.reading;

import dalil.command.imports.profile.Layout;
import dalil.command.imports.row.Datum;
import dalil.command.imports.row.Datum.Fields;
import dalil.command.imports.row.Datum.Scalar;
import dalil.command.imports.row.RawRow;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Rows of a table with a header. */
final class CsvRows implements RowReader {

    private final Layout layout;
    private final BoundedText text;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final List<String> header;
    private long row;

    CsvRows(Reader in, Layout layout) throws IOException {
        this.layout = layout;
        this.text = new BoundedText(skip(new BufferedReader(in), layout.skip()));
        this.parser = CSVFormat.RFC4180
                .builder()
                .setDelimiter(layout.delimiter())
                .setQuote(layout.quote())
                .setIgnoreEmptyLines(true)
                .get()
                .parse(text);
        this.records = parser.iterator();
        this.header = layout.header().isEmpty() ? headerLine() : layout.header();
    }

    /** Lines end as in the rest of the file: with a line feed, a carriage return, or both. */
    private static Reader skip(Reader in, int lines) throws IOException {
        for (int left = lines; left > 0; left--) {
            int read = in.read();
            while (read >= 0 && read != '\n' && read != '\r') {
                read = in.read();
            }
            if (read == '\r') {
                in.mark(1);
                if (in.read() != '\n') {
                    in.reset();
                }
            }
        }
        return in;
    }

    /** The names of the columns. */
    List<String> header() {
        return header;
    }

    private List<String> headerLine() throws IOException {
        CSVRecord first = read();
        if (first == null) {
            throw new MalformedInput("the file is empty: a header line was expected");
        }
        List<String> names = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String cell : first) {
            String name = cell.isBlank() ? "#" + (names.size() + 1) : cell.strip();
            if (!seen.add(name)) {
                throw new MalformedInput("the header has the column " + name
                        + " twice; records.header gives other names, records.skip: 1 leaves out this line");
            }
            names.add(name);
        }
        return List.copyOf(names);
    }

    @Override
    public @Nullable RawRow next() throws IOException {
        row++;
        CSVRecord cells = read();
        if (cells == null) {
            return null;
        }
        Map<String, Datum> fields = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(cells.size(), header.size()); i++) {
            fields.put(header.get(i), new Scalar(cells.get(i)));
        }
        String problem = cells.size() == header.size()
                ? null
                : "the row has " + cells.size() + " cells where the header has " + header.size();
        return new RawRow(row, new Fields(fields), problem);
    }

    private @Nullable CSVRecord read() throws IOException {
        text.startRow();
        try {
            return records.hasNext() ? records.next() : null;
        } catch (UncheckedIOException broken) {
            throw malformed(java.util.Objects.requireNonNull(broken.getCause()));
        } catch (IllegalStateException broken) {
            throw malformed(broken.getCause() instanceof IOException cause ? cause : new IOException(broken));
        }
    }

    private MalformedInput malformed(IOException cause) {
        return RowPlace.malformed(
                cause,
                row,
                layout.skip() + parser.getCurrentLineNumber(),
                layout.charset(),
                "CSV: a quote is never closed, or more text follows a closing quote");
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
