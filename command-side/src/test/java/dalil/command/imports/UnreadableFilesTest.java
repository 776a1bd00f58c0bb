package dalil.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.command.imports.ImportReport.State;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are not what their profile says, and what is said of them. */
class UnreadableFilesTest {

    private static final String HEAD = """
            profile: events
            dataset: { name: events, publisher: { name: A club, type: other } }
            records: { format: csv }
            """;
    private static final String WITH_ID = HEAD + """
            id: id
            emit: [{ kind: incident, set: { title: what } }]
            """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_file_that_breaks_in_the_middle_lists_nothing_and_says_where() {
        Imported broken = Imported.of(folder, WITH_ID, "id,what\n1,a\n2,\"b\n");
        assertThat(broken.report().state()).isEqualTo(State.FAILED);
        assertThat(broken.report().problem()).startsWith("row 2 (line 3): not well-formed CSV");
        assertThat(broken.sent().listing).isNull();
    }

    @Test
    void an_empty_file_is_not_taken_for_the_news_that_nothing_is_listed_any_more() {
        Imported empty = Imported.of(folder, WITH_ID, "id,what\n");
        assertThat(empty.report().state()).isEqualTo(State.FAILED);
        assertThat(empty.report().problem()).startsWith("the file has no rows");
        assertThat(empty.sent().listing).isNull();
    }

    @Test
    void a_column_that_the_header_lacks_is_an_error_before_the_first_row() {
        Imported missing = Imported.of(folder, WITH_ID, "id,waht\n1,a\n");
        assertThat(missing.report().problem())
                .isEqualTo(
                        "line 5 of the profile reads the column what, which the file does not have; it has 2 of other names;"
                                + " records.optional lists those that may be missing, and records.skip leaves out lines"
                                + " before the header");
        assertThat(missing.sent().incidents()).isEmpty();
        assertThat(Imported.of(folder, WITH_ID, "id;what\n1;a\n").report().problem())
                .endsWith("it has one column only: is records.delimiter right?");
        assertThat(Imported.of(folder, WITH_ID, "id,_What \n1,a\n").report().problem())
                .endsWith("it has one that is written _What");
    }

    @Test
    void files_without_a_date_are_refused() {
        Imported undated = Imported.run(
                Imported.profile(WITH_ID),
                null,
                Imported.file(folder, "rows", "id,what\n1,a\n".getBytes(StandardCharsets.UTF_8)));
        assertThat(undated.report().problem())
                .isEqualTo("neither the profile nor the import says of what date the files are");
        assertThat(Imported.run(Imported.profile(WITH_ID), "soon", Imported.file(folder, "rows", new byte[0]))
                        .report()
                        .problem())
                .isEqualTo("the date given for the files is not a day such as 2020-10-19");
    }

    @Test
    void where_every_row_is_rejected_no_column_is_said_to_be_missing() {
        String yaml = HEAD + """
                id: id
                emit: [{ kind: incident, set: { time: day, title: what } }]
                """;
        ImportReport report =
                Imported.of(folder, yaml, "id,day,what\n1,soon,a\n").report();
        assertThat(report.rows().rejected()).isEqualTo(1);
        assertThat(report.warnings()).isEmpty();
    }
}
