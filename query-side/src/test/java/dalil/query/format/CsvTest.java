package dalil.query.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CsvTest {

    @Test
    void writes_a_header_line_crlf_and_utf_8_without_a_byte_order_mark() throws IOException {
        assertThat(written(
                        List.of("id", "title"),
                        Arrays.asList(1, "көз жашын агызуучу газ 😀"),
                        Arrays.asList(null, "b")))
                .isEqualTo("id,title,escaped\r\n1,көз жашын агызуучу газ 😀,\r\n\"\",b,\r\n");
    }

    @Test
    void quotes_what_would_break_a_line() throws IOException {
        assertThat(written(List.of("words"), List.of("he said \"run\",\r\nand we ran")))
                .isEqualTo("words,escaped\r\n\"he said \"\"run\"\",\r\nand we ran\",\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"http://example.invalid\")",
                "+cmd|'/C calc'!A0",
                "-2+3",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\0=1",
                "＝1+1",
                "＋1",
                "－1",
                "＠SUM"
            })
    void a_formula_gets_an_apostrophe_and_its_column_is_named(String formula) throws IOException {
        CSVRecord row = parsed(List.of("id", "label"), List.of("x", formula)).get(0);

        assertThat(row.toList()).containsExactly("x", "'" + formula, "label");
    }

    @Test
    void names_every_escaped_column_of_a_row() throws IOException {
        assertThat(parsed(List.of("a", "b", "c"), List.of("=1", "2", "@3"))
                        .get(0)
                        .toList())
                .containsExactly("'=1", "2", "'@3", "a;c");
    }

    @Test
    void a_negative_number_is_no_formula_but_the_same_characters_as_text_could_be() throws IOException {
        assertThat(parsed(List.of("lon", "label"), List.of(-74.6, "-74.6"))
                        .get(0)
                        .toList())
                .containsExactly("-74.6", "'-74.6", "label");
    }

    @Test
    void an_apostrophe_that_was_recorded_is_not_marked() throws IOException {
        assertThat(parsed(List.of("label"), List.of("'=1")).get(0).toList()).containsExactly("'=1", "");
    }

    @Test
    void refuses_a_row_of_another_width_and_a_column_of_its_own_name() {
        assertThatThrownBy(() -> written(List.of("a", "b"), List.of("1"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> written(List.of("escaped"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatever_was_recorded_comes_back_once_the_named_apostrophes_are_taken_away() throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<String> columns = List.of("a", "b", "c");
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            rows.add(List.of(text(random), text(random), text(random)));
        }

        List<CSVRecord> parsed = parse(written(columns, rows.toArray(List[]::new)));

        assertThat(parsed).as("seed %s", seed).hasSameSizeAs(rows);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(unescaped(columns, parsed.get(i)))
                    .as("seed %s row %s", seed, i)
                    .isEqualTo(rows.get(i));
        }
    }

    private static String text(Random random) {
        String[] pieces = {"=", "-", "'", "\"", ",", "\r\n", "\n", "\r", "\t", "\0", " ", "ң", "ү", "😀", "＝", "a", "0"
        };
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(5); i > 0; i--) {
            text.append(pieces[random.nextInt(pieces.length)]);
        }
        return text.toString();
    }

    private static List<String> unescaped(List<String> columns, CSVRecord row) {
        List<String> escaped = List.of(row.get(columns.size()).split(";"));
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            cells.add(escaped.contains(columns.get(i)) ? row.get(i).substring(1) : row.get(i));
        }
        return cells;
    }

    private static List<CSVRecord> parsed(List<String> columns, List<?> row) throws IOException {
        return parse(written(columns, row));
    }

    private static List<CSVRecord> parse(String csv) throws IOException {
        try (CSVParser parser = CSVParser.parse(csv, CSVFormat.RFC4180)) {
            List<CSVRecord> lines = parser.getRecords();
            return lines.subList(1, lines.size());
        }
    }

    @SafeVarargs
    private static String written(List<String> columns, List<? extends @Nullable Object>... rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Csv csv = new Csv(out, columns)) {
            for (List<? extends @Nullable Object> row : rows) {
                csv.row(row);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
