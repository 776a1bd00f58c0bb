package dalil.command.imports.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dalil.command.imports.Imported;
import dalil.command.imports.profile.Layout;
import dalil.command.imports.profile.Layout.Format;
import dalil.command.imports.row.Datum.Fields;
import dalil.command.imports.row.Datum.Items;
import dalil.command.imports.row.Datum.Scalar;
import dalil.command.imports.row.RawRow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowFileTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void reads_cells_by_the_names_of_the_header() throws IOException {
        List<RawRow> rows = read(csv(','), "a,b\n1,\"x, \"\"y\"\"\nz\"\n\n2,\n");
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).number()).isEqualTo(1);
        assertThat(text(rows.get(0), "b")).isEqualTo("x, \"y\"\nz");
        assertThat(text(rows.get(1), "b")).isEmpty();
    }

    @Test
    void takes_any_delimiter_quote_charset_and_a_header_from_outside() throws IOException {
        Layout layout = new Layout(
                Format.CSV,
                List.of(),
                Charset.forName("windows-1251"),
                ';',
                '\'',
                0,
                List.of("город", "дата"),
                List.of());
        List<RawRow> rows = read(layout, "'Бишкек; центр';05.10.2020\r\n".getBytes(Charset.forName("windows-1251")));
        assertThat(text(rows.get(0), "город")).isEqualTo("Бишкек; центр");
        assertThat(text(rows.get(0), "дата")).isEqualTo("05.10.2020");
    }

    @Test
    void lines_before_the_header_are_left_out_however_they_end() throws IOException {
        Layout after2 = new Layout(Format.CSV, List.of(), StandardCharsets.UTF_8, ',', '"', 2, List.of(), List.of());
        for (String end : List.of("\n", "\r\n", "\r")) {
            String text = "A list,as of,\"May" + end + end + "a,b" + end + "1,2" + end;
            assertThat(text(read(after2, text).get(0), "b")).as(end).isEqualTo("2");
        }
        Layout own = new Layout(
                Format.CSV, List.of(), StandardCharsets.UTF_8, ',', '"', 1, List.of("first", "second"), List.of());
        List<RawRow> rows = read(own, "same,same\n1,2\n");
        assertThat(rows).hasSize(1);
        assertThat(text(rows.get(0), "second")).isEqualTo("2");
        malformed(
                after2,
                "x\ny\na,b\n\"x\"secret,2\n",
                "row 1 (line 4): not well-formed CSV: a quote is never closed, or more text follows a closing quote");
    }

    @Test
    void a_byte_order_mark_is_not_content() throws IOException {
        assertThat(text(read(csv(','), "\ufeffa,b\n1,2\n").get(0), "a")).isEqualTo("1");
        Layout utf16 = new Layout(Format.CSV, List.of(), StandardCharsets.UTF_16, ',', '"', 0, List.of(), List.of());
        assertThat(text(
                        read(utf16, "a,b\n1,2\n".getBytes(StandardCharsets.UTF_16))
                                .get(0),
                        "a"))
                .isEqualTo("1");
        assertThatThrownBy(() -> read(csv(','), "a,b\n1,2\n".getBytes(StandardCharsets.UTF_16)))
                .isInstanceOf(MalformedInput.class)
                .hasMessage("the file begins with the mark of UTF-16, but the profile says records.charset: utf-8");
    }

    @Test
    void gzip_is_told_by_its_first_bytes_and_hashed_as_it_is_on_disk() throws IOException {
        byte[] packed = gzip("a,b\n1,2\n");
        InputFile file = Imported.file(folder, "plain-name.csv", packed);
        List<Long> bytes = new ArrayList<>();
        try (RowFile rows = RowFile.open(file, csv(','), bytes::add)) {
            assertThat(text(rows.next(), "b")).isEqualTo("2");
            assertThat(rows.next()).isNull();
            assertThat(rows.finish().bytes()).isEqualTo(packed.length);
            assertThat(bytes.stream().mapToLong(Long::longValue).sum()).isEqualTo(packed.length);
        }
        assertThatThrownBy(() -> read(csv(','), Arrays.copyOf(packed, packed.length - 12)))
                .isInstanceOf(MalformedInput.class)
                .hasMessageEndingWith("the gzip file is damaged or cut off");
    }

    @Test
    void a_row_of_another_width_is_a_problem_of_that_row() throws IOException {
        List<RawRow> rows = read(csv(','), "a,b\n1\n1,2,3\n1,2\n");
        assertThat(rows.get(0).problem()).isEqualTo("the row has 1 cells where the header has 2");
        assertThat(rows.get(1).problem()).isEqualTo("the row has 3 cells where the header has 2");
        assertThat(rows.get(2).problem()).isNull();
    }

    @Test
    void malformed_csv_names_the_row_and_line_and_nothing_of_its_content() {
        malformed(
                csv(','),
                "a,a\n",
                "the header has the column a twice; records.header gives other names, records.skip: 1 leaves out this line");
        malformed(csv(','), "", "the file is empty: a header line was expected");
        malformed(
                csv(','),
                "a,b\n1,2\n3,\"secret\n",
                "row 2 (line 3): not well-formed CSV: a quote is never closed, or more text follows a closing quote");
        malformed(
                csv(','),
                "a,b\n\"x\"secret,2\n",
                "row 1 (line 2): not well-formed CSV: a quote is never closed, or more text follows a closing quote");
        assertThatThrownBy(() -> read(csv(','), new byte[] {'a', '\n', (byte) 0xff, '\n'}))
                .isInstanceOf(MalformedInput.class)
                .hasMessageContaining("bytes that are not utf-8; the profile declares it in records.charset");
        malformed(
                csv(','),
                "a,b\n1,\"" + "x".repeat(3 * RowReader.MAX_ROW),
                "row 1 (line 2): longer than 1048576 characters; is a quote opened and never closed, or the delimiter another one?");
    }

    @Test
    void json_rows_keep_the_characters_of_numbers_and_null_is_an_empty_part() throws IOException {
        List<RawRow> rows = read(
                json("data"),
                "{\"x\":{\"data\":[9]},\"data\":[{\"lat\":42.8760,\"n\":null,\"b\":true,\"l\":[1,null,{\"k\":1e2}]}],\"y\":[]}");
        assertThat(rows).hasSize(1);
        Fields row = rows.get(0).fields();
        assertThat(row.byName()).containsOnlyKeys("lat", "n", "b", "l");
        assertThat(text(rows.get(0), "n")).isEmpty();
        assertThat(text(rows.get(0), "lat")).isEqualTo("42.8760");
        assertThat(row.byName().get("l") instanceof Items items ? items.items() : List.of())
                .hasSize(2);
        assertThat(row.toString()).doesNotContain("42");
        assertThat(read(json(), "[{\"a\":1},{\"a\":2}]")).hasSize(2);
        assertThat(read(
                        new Layout(
                                Format.JSON_LINES,
                                List.of(),
                                StandardCharsets.UTF_8,
                                ',',
                                '"',
                                0,
                                List.of(),
                                List.of()),
                        "{\"a\":1}\n{\"a\":2}\n"))
                .hasSize(2);
    }

    @Test
    void malformed_json_names_the_row_and_line_and_nothing_of_its_content() throws IOException {
        malformed(
                json("data"),
                "{\"rows\":[]}",
                "row 1 (line 1): the file has no list at data[], where the profile's records.at says it is");
        malformed(
                json("data"),
                "{\"data\":{}}",
                "row 1 (line 1): the file has no list at data[], where the profile's records.at says it is");
        malformed(json(), "[{\"a\":1},\n{\"a\":secret}]", "row 2 (line 2): not well-formed JSON, or cut off");
        malformed(json(), "[{\"a\":1}", "row 2 (line 1): not well-formed JSON, or cut off");
        malformed(json(), "[{\"a\":1,\"a\":2}]", "row 1 (line 1): an object has the same name twice");
        malformed(json(), "[{\"a\":1}] trailing", "row 2 (line 1): not well-formed JSON, or cut off");
        malformed(
                json(),
                "[{\"a\":[" + "\"xxxxxxxxxx\",".repeat(120_000) + "1]}]",
                "row 1 (line 1): longer than 1048576 characters");
        malformed(
                json(),
                "[{\"a\":\"" + "x".repeat(2 * RowReader.MAX_ROW) + "\"}]",
                "row 1 (line 1): not well-formed JSON, or cut off");
        malformed(json(), "[" + "[".repeat(200), "row 1 (line 1): not well-formed JSON, or cut off");
        assertThat(read(json(), "[7,{\"a\":1}]").get(0).problem())
                .isEqualTo("a row is a JSON object with named values; this is none");
    }

    @Test
    void plain_lines_are_rows_of_one_column() throws IOException {
        Layout lines = new Layout(Format.LINES, List.of(), StandardCharsets.UTF_8, ',', '"', 0, List.of(), List.of());
        List<RawRow> rows = read(lines, "one\n\n  \ntwo\r\n");
        assertThat(rows).hasSize(2);
        assertThat(text(rows.get(1), "line")).isEqualTo("two");
        malformed(
                lines,
                "x".repeat(3 * RowReader.MAX_ROW),
                "row 1 (line 1): longer than 1048576 characters; is a quote opened and never closed, or the delimiter another one?");
    }

    private void malformed(Layout layout, String content, String message) {
        assertThatThrownBy(() -> read(layout, content))
                .isInstanceOf(MalformedInput.class)
                .hasMessage(message);
    }

    private List<RawRow> read(Layout layout, String content) throws IOException {
        return read(layout, content.getBytes(StandardCharsets.UTF_8));
    }

    private List<RawRow> read(Layout layout, byte[] content) throws IOException {
        List<RawRow> rows = new ArrayList<>();
        try (RowFile file = RowFile.open(Imported.file(folder, "rows", content), layout, count -> {})) {
            for (RawRow row = file.next(); row != null; row = file.next()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static String text(@org.jspecify.annotations.Nullable RawRow row, String column) {
        return row != null && row.fields().byName().get(column) instanceof Scalar scalar ? scalar.text() : "nothing";
    }

    private static Layout csv(char delimiter) {
        return new Layout(Format.CSV, List.of(), StandardCharsets.UTF_8, delimiter, '"', 0, List.of(), List.of());
    }

    private static Layout json(String... at) {
        return new Layout(Format.JSON, List.of(at), StandardCharsets.UTF_8, ',', '"', 0, List.of(), List.of());
    }

    static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }
}
