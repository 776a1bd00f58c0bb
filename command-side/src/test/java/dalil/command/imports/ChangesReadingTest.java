package dalil.command.imports;

import static dalil.command.imports.RecordedRows.words;
import static org.assertj.core.api.Assertions.assertThat;

import dalil.command.dataset.DatasetCommand.ListDataset;
import dalil.command.imports.ImportReport.State;
import dalil.command.imports.row.DatasetIds;
import dalil.command.imports.row.ImportedRow;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that tell of changes, version by version. */
class ChangesReadingTest {

    private static final String PROFILE = """
            profile: log
            dataset: { name: log, publisher: { name: A club, type: other } }
            records: { format: json-lines }
            changes: { op: op, record: record, changed: changed, version: at }
            id: id
            emit: [{ kind: incident, set: { title: what, label: "tags[]" } }]
            """;
    private static final List<String> LOG = List.of(
            added("1", "a", "x"),
            added("1", "b", "y"),
            amended("2", "a", "z"),
            removed("2", "b"),
            added("3", "c", "w"),
            removed("3", "a"),
            added("4", "b", "again"),
            amended("4", "c", "v"));
    private static final DatasetIds IDS = DatasetIds.named("log", Imported.KEY);

    @TempDir
    private Path folder = Path.of("");

    private static String added(String day, String id, String what) {
        return "{\"at\":\"2020-10-0%s\",\"op\":\"added\",\"id\":\"%s\",\"record\":{\"what\":\"%s\",\"tags\":[\"t\"]}}"
                .formatted(day, id, what);
    }

    private static String amended(String day, String id, String what) {
        return "{\"at\":\"2020-10-0%s\",\"op\":\"amended\",\"id\":\"%s\",\"changed\":{\"what\":\"%s\"}}"
                .formatted(day, id, what);
    }

    private static String removed(String day, String id) {
        return "{\"at\":\"2020-10-0%s\",\"op\":\"removed\",\"id\":\"%s\"}".formatted(day, id);
    }

    @Test
    void after_each_version_it_is_recorded_what_is_listed_then() {
        RecordedRows sink = new RecordedRows();
        ImportReport report = run(sink, LOG).report();
        assertThat(report.state()).isEqualTo(State.FINISHED);
        assertThat(sink.listings.stream().map(ListDataset::version))
                .containsExactly("2020-10-01", "2020-10-02", "2020-10-03", "2020-10-04");
        assertThat(sink.listings.stream().map(ListDataset::asOf))
                .containsExactly("2020-10-01", "2020-10-02", "2020-10-03", "2020-10-04");
        assertThat(sink.listings.stream().map(listing -> new TreeSet<>(listing.ids())))
                .containsExactly(ids("a", "b"), ids("a"), ids("c"), ids("b", "c"));
        assertThat(sink.listings.stream().map(ListDataset::rows)).containsExactly(2L, 4L, 6L, 8L);
        assertThat(sink.listings.get(0).files())
                .isEqualTo(sink.listings.get(3).files())
                .hasSize(1);
        assertThat(report.rows().removed()).isEqualTo(2);
        assertThat(report.rows().repeated()).isEqualTo(5);
        assertThat(report.asOf()).isEqualTo("2020-10-04");
        assertThat(report.position()).isEqualTo(45);
    }

    @Test
    void an_amended_record_is_the_whole_record_as_it_stands_then() {
        RecordedRows sink = new RecordedRows();
        run(sink, LOG);
        List<String> told = new ArrayList<>();
        sink.incidents()
                .forEach(incident -> told.add(words(incident.claims(), "title").get(0) + " "
                        + words(incident.claims(), "label") + " "
                        + incident.claims().get(0).reported()));
        assertThat(told)
                .containsExactlyInAnyOrder(
                        "x [t] 2020-10-01",
                        "y [t] 2020-10-01",
                        "z [t] 2020-10-02",
                        "w [t] 2020-10-03",
                        "again [t] 2020-10-04",
                        "v [t] 2020-10-04");
    }

    @Test
    void the_same_file_again_is_only_followed_and_a_longer_one_goes_on_where_it_ended() {
        RecordedRows sink = new RecordedRows();
        run(sink, LOG.subList(0, 4));
        int sent = sink.rows.size();
        ImportReport again = run(sink, LOG.subList(0, 4)).report();
        assertThat(again.state()).isEqualTo(State.FINISHED);
        assertThat(again.position()).isNull();
        assertThat(again.rows().unchanged()).isEqualTo(3);
        assertThat(sink.listings).hasSize(2);
        assertThat(sink.rows).as("the publisher alone").hasSize(sent + 1);
        run(sink, LOG);
        assertThat(sink.listings.stream().map(ListDataset::version))
                .containsExactly("2020-10-01", "2020-10-02", "2020-10-03", "2020-10-04");
        assertThat(new TreeSet<>(sink.listings.get(3).ids())).isEqualTo(ids("b", "c"));
    }

    @Test
    void an_import_that_broke_in_the_middle_of_a_version_goes_on_with_that_version() throws Exception {
        RecordedRows sink = new RecordedRows();
        RowSink breaking = new RowSink() {
            @Override
            public Outcome accept(ImportedRow row) {
                if (sink.listings.size() == 2 && !row.records().isEmpty()) {
                    throw new IllegalStateException("the disk is full");
                }
                return sink.accept(row);
            }

            @Override
            public long list(ListDataset listing) {
                return sink.list(listing);
            }
        };
        ImportReport broken = new ImportRun(
                        request(PROFILE, LOG, false),
                        breaking,
                        sink.streams::contains,
                        Imported.KEY,
                        UUID::randomUUID,
                        Imported.NOON,
                        new RejectsFile(new StringWriter()),
                        progress -> {})
                .run();
        assertThat(broken.state()).isEqualTo(State.FAILED);
        assertThat(sink.listings).hasSize(2);
        assertThat(run(sink, LOG).report().state()).isEqualTo(State.FINISHED);
        assertThat(sink.listings.stream().map(listing -> new TreeSet<>(listing.ids())))
                .containsExactly(ids("a", "b"), ids("a"), ids("c"), ids("b", "c"));
    }

    @Test
    void a_line_put_in_before_the_end_of_what_was_listed_is_not_listed_unless_it_is_on_record() {
        RecordedRows sink = new RecordedRows();
        run(sink, LOG.subList(0, 4));
        List<String> longer = new ArrayList<>(LOG);
        longer.add(0, added("1", "late", "k"));
        run(sink, longer);
        assertThat(new TreeSet<>(sink.listings.get(3).ids())).isEqualTo(ids("b", "c"));
    }

    @Test
    void a_file_without_the_version_that_was_listed_last_is_refused() {
        RecordedRows sink = new RecordedRows();
        run(sink, LOG.subList(0, 4));
        Imported other = run(sink, LOG.subList(4, 8));
        assertThat(other.report().problem())
                .isEqualTo("the dataset was last listed at the version 2020-10-02, which is not in the file");
        assertThat(sink.listings).hasSize(2);
    }

    @Test
    void lines_of_a_version_stand_together() {
        RecordedRows sink = new RecordedRows();
        Imported mixed = run(sink, List.of(added("1", "a", "x"), added("2", "b", "y"), added("1", "c", "z")));
        assertThat(mixed.report().problem())
                .isEqualTo("the version 2020-10-01 comes again after another one; its lines stand together");
    }

    @Test
    void lines_that_cannot_be_followed_are_rejected_and_the_others_are_not() {
        RecordedRows sink = new RecordedRows();
        Imported imported = run(
                sink,
                List.of(
                        amended("1", "a", "x"),
                        "{\"at\":\"2020-10-01\",\"op\":\"moved\",\"id\":\"a\"}",
                        "{\"at\":\"soon\",\"op\":\"added\",\"id\":\"a\"}",
                        "{\"at\":\"2020-10-01\",\"op\":\"added\",\"id\":\"a\"}",
                        "{\"op\":\"added\",\"id\":\"a\"}",
                        "{\"at\":\"2020-10-01\",\"op\":\"added\",\"record\":{}}",
                        "7",
                        added("1", "d", "kept")));
        assertThat(imported.rejected())
                .containsExactly(
                        "1,op,unknown-record,amends a record that no line before it adds",
                        "2,op,unknown-word,no word for what a line does",
                        "3,at,bad-date,\"not written as declared, or no day\"",
                        "4,record,not-a-value,an object with the fields of the record was expected",
                        "5,at,missing,every line of a file of changes has this",
                        "6,id,missing-id,the row does not say what names it",
                        "7,,malformed-row,a row is a JSON object with named values; this is none");
        assertThat(new TreeSet<>(sink.listings.get(0).ids())).isEqualTo(ids("d"));
    }

    @Test
    void a_part_that_became_null_is_gone() {
        RecordedRows sink = new RecordedRows();
        run(
                sink,
                List.of(
                        added("1", "a", "x"),
                        "{\"at\":\"2020-10-02\",\"op\":\"amended\",\"id\":\"a\",\"changed\":{\"tags\":null}}"));
        assertThat(words(sink.incidents().get(1).claims(), "label")).isEmpty();
        assertThat(words(sink.incidents().get(1).claims(), "title")).containsExactly("x");
    }

    @Test
    void a_table_whose_rows_are_whole_records_needs_no_more_than_the_words() {
        String yaml = """
                profile: log
                dataset: { name: log, publisher: { name: A club, type: other } }
                records: { format: csv }
                dates: { theirs: ["{day}.{month}.{year} {any}"] }
                changes: { op: what, added: [new, add], amended: edit, removed: [del], version: { column: build, dates: theirs } }
                id: no
                emit: [{ kind: casualty, set: { role: role } }]
                """;
        RecordedRows sink = new RecordedRows();
        Imported imported = Imported.run(
                request(
                        yaml,
                        List.of(
                                "build,what,no,role",
                                "5.10.2020 build 1,new,1,medic",
                                "5.10.2020 build 2,Edit,1,worker",
                                "6.10.2020 build 1,del,1,"),
                        false),
                sink);
        assertThat(imported.rejected()).isEmpty();
        assertThat(sink.listings.stream().map(ListDataset::asOf))
                .containsExactly("2020-10-05", "2020-10-05", "2020-10-06");
        assertThat(sink.listings.stream().map(listing -> listing.ids().size())).containsExactly(1, 1, 0);
        assertThat(sink.casualties().stream()
                        .map(person -> words(person.claims(), "role").get(0)))
                .containsExactly("medic", "worker");
    }

    @Test
    void a_dry_run_looks_at_every_line_and_lists_nothing() {
        RecordedRows sink = new RecordedRows();
        run(sink, LOG);
        Imported dry = Imported.run(request(PROFILE, LOG, true), sink);
        assertThat(dry.report().state()).isEqualTo(State.FINISHED);
        assertThat(dry.report().rows().onRecord()).isEqualTo(3);
        assertThat(dry.report().rows().changed()).isEqualTo(3);
        assertThat(sink.listings).hasSize(4);
        assertThat(Imported.run(
                                new ImportRequest(
                                        Imported.profile(PROFILE),
                                        request(PROFILE, LOG, true).inputs(),
                                        null,
                                        "2020-10-19",
                                        true),
                                sink)
                        .report()
                        .problem())
                .isEqualTo("a file of changes says itself of what day each line is");
    }

    private Imported run(RecordedRows sink, List<String> lines) {
        return Imported.run(request(PROFILE, lines, false), sink);
    }

    private ImportRequest request(String yaml, List<String> lines, boolean dryRun) {
        byte[] content = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        return new ImportRequest(
                Imported.profile(yaml), List.of(Imported.file(folder, "log", content)), null, null, dryRun);
    }

    private static TreeSet<String> ids(String... rows) {
        TreeSet<String> ids = new TreeSet<>();
        for (String row : rows) {
            ids.add(IDS.row(row).toString());
        }
        return ids;
    }
}
