package dalil.query.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A table as Parquet, with its data dictionary in the file's own metadata under {@code dictionary}. Made by DuckDB, in a file on the way. */
final class Parquet {

    private static final String MEMORY = "64MiB";

    private final List<Column> columns;
    private final JsonMapper json;

    Parquet(List<Column> columns, JsonMapper json) {
        this.columns = columns;
        this.json = json;
    }

    /** Where rows go: one cell for each column; null or an empty text is no value. */
    interface Table {
        void row(List<? extends @Nullable Object> cells);
    }

    /** What fills a table. */
    @FunctionalInterface
    interface Content {
        void into(Table table);
    }

    void write(OutputStream out, Content content) throws IOException {
        Path folder = Files.createTempDirectory("dalil-parquet");
        Path file = folder.resolve("table.parquet");
        try {
            make(file, content);
            Files.copy(file, out);
        } catch (SQLException failed) {
            throw new IllegalStateException("the table could not be written as Parquet", failed);
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }

    private void make(Path file, Content content) throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("memory_limit", MEMORY);
        settings.setProperty("threads", "1");
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        try (DuckDBConnection connection = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:", settings);
                Statement statement = connection.createStatement()) {
            statement.execute(columns.stream()
                    .map(column -> "\"" + column.name() + "\" " + column.type().sql())
                    .collect(Collectors.joining(", ", "CREATE TABLE made(", ")")));
            try (DuckDBAppender rows = connection.createAppender("made")) {
                content.into(cells -> append(rows, cells));
            }
            statement.execute(
                    "COPY made TO '" + quoted(file.toString()) + "' (FORMAT parquet, KV_METADATA {dictionary: '"
                            + quoted(json.writeValueAsString(columns)) + "'})");
        }
    }

    private void append(DuckDBAppender rows, List<? extends @Nullable Object> cells) {
        try {
            rows.beginRow();
            for (int i = 0; i < columns.size(); i++) {
                Object cell = cells.get(i);
                if (cell == null || cell.toString().isEmpty()) {
                    rows.appendNull();
                } else {
                    switch (columns.get(i).type()) {
                        case TEXT -> rows.append(cell.toString());
                        case WHOLE_NUMBER -> rows.append(((Number) cell).longValue());
                        case DEGREES -> rows.append(Double.parseDouble(cell.toString()));
                    }
                }
            }
            rows.endRow();
        } catch (SQLException failed) {
            throw new IllegalStateException("a row could not be written as Parquet", failed);
        }
    }

    private static String quoted(String text) {
        return text.replace("'", "''");
    }
}
