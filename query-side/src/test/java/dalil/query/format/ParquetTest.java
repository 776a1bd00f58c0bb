package dalil.query.format;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.query.timeline.TimelineEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class ParquetTest {

    private static final List<Column> COLUMNS = List.of(
            Column.text("title", "what it's called"),
            Column.number("people", "how many"),
            Column.degrees("lat", "latitude"));

    @Test
    void holds_what_was_put_in_and_says_what_it_means(@TempDir Path folder) throws IOException, SQLException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Parquet(COLUMNS, JsonMapper.shared()).write(out, table -> {
            table.row(Arrays.asList("Көз жаш, 'газ' 😀", 3, "42.87"));
            table.row(Arrays.asList("=1+1", "", null));
        });
        Path file = folder.resolve("t.parquet");
        Files.write(file, out.toByteArray());

        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery("SELECT * FROM '" + file + "'")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString("title")).isEqualTo("Көз жаш, 'газ' 😀");
                assertThat(row.getLong("people")).isEqualTo(3);
                assertThat(row.getDouble("lat")).isEqualTo(42.87);
                assertThat(row.next()).isTrue();
                assertThat(row.getString("title")).isEqualTo("=1+1");
                assertThat(row.getObject("people")).isNull();
                assertThat(row.getObject("lat")).isNull();
                assertThat(row.next()).isFalse();
            }
            try (ResultSet said = statement.executeQuery(
                    "SELECT decode(value) FROM parquet_kv_metadata('" + file + "') WHERE decode(key) = 'dictionary'")) {
                assertThat(said.next()).isTrue();
                assertThat(said.getString(1)).contains("what it's called").contains("\"people\"");
            }
        }
    }

    @Test
    void every_column_of_the_timeline_is_explained() {
        assertThat(Dictionary.names(Dictionary.TIMELINE)).isEqualTo(TimelineEntry.COLUMNS);
        assertThat(Dictionary.TIMELINE).allMatch(column -> column.meaning().length() > 10);
        assertThat(Dictionary.FIGURES).allMatch(column -> column.meaning().length() > 8);
    }
}
