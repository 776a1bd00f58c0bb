package dalil.command.imports;

import dalil.command.imports.row.Reject;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The rows that were not recorded and why, as CSV. A cell that a spreadsheet would take for a formula begins with an apostrophe. */
public final class RejectsFile implements Closeable {

    private static final String FORMULA = "=+-@\t\r";

    private final CSVPrinter csv;
    private long count;

    /** Makes the file anew. */
    public RejectsFile(Path file) throws IOException {
        this(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
    }

    RejectsFile(Writer out) throws IOException {
        this.csv = new CSVPrinter(out, CSVFormat.RFC4180);
        csv.printRecord("row", "column", "code", "detail");
    }

    /** Rows arrive from several threads and are written in the order in which they are found out. */
    public synchronized void add(Reject reject) {
        try {
            csv.printRecord(reject.row(), safe(reject.column()), safe(reject.code()), safe(reject.detail()));
            count++;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public synchronized long count() {
        return count;
    }

    @Override
    public synchronized void close() throws IOException {
        csv.close(true);
    }

    private static String safe(String cell) {
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
