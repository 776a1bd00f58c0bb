package dalil.query.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * A table as CSV (RFC 4180): UTF-8 without a byte order mark, CRLF, a header line. A text that a spreadsheet could take for a
 * formula gets a {@code '} in front, and because that alters what was recorded, the last column {@code escaped} names the
 * columns of the row where it happened, separated by {@code ;}. Taking that one character away gives the text as recorded.
 */
public final class Csv implements Closeable {

    /** The last column of every table. */
    public static final String ESCAPED = "escaped";

    private static final String FORMULA_STARTS = "=+-@\t\r\0＝＋－＠";

    private final List<String> columns;
    private final CSVPrinter printer;

    /** Writes the header line at once. */
    public Csv(OutputStream out, List<String> columns) throws IOException {
        if (columns.contains(ESCAPED)) {
            throw new IllegalArgumentException("the column " + ESCAPED + " is this writer's own");
        }
        this.columns = List.copyOf(columns);
        this.printer = new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), CSVFormat.RFC4180);
        printer.printRecord(withLast(columns, ESCAPED));
    }

    /**
     * One line.
     *
     * @param cells one for each column; null is written as an empty cell, a {@link Number} as it prints (a minus sign makes
     *     no formula of it), anything else as its text
     */
    public void row(List<? extends @Nullable Object> cells) throws IOException {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException(cells.size() + " cells for " + columns.size() + " columns");
        }
        List<String> texts = new ArrayList<>(cells.size() + 1);
        List<String> escaped = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            Object cell = cells.get(i);
            String text = cell == null ? "" : cell.toString();
            if (!(cell instanceof Number) && looksLikeFormula(text)) {
                escaped.add(columns.get(i));
                text = "'" + text;
            }
            texts.add(text);
        }
        printer.printRecord(withLast(texts, String.join(";", escaped)));
    }

    private static boolean looksLikeFormula(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    }

    private static List<String> withLast(List<String> cells, String last) {
        List<String> all = new ArrayList<>(cells);
        all.add(last);
        return all;
    }

    /** Flushes, and closes the stream. */
    @Override
    public void close() throws IOException {
        printer.close(true);
    }
}
