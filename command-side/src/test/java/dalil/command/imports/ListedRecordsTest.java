package dalil.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.command.imports.row.DatasetIds;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a listing names where rows give several records, are rejected, or refer to each other. */
class ListedRecordsTest {

    private static final String HEAD = """
            profile: list
            dataset: { name: list, publisher: { name: A club, type: other } }
            records: { format: csv }
            id: id
            """;
    private static final String TWO = HEAD + """
            emit:
              - { kind: incident, set: { title: what, time: day } }
              - { kind: casualty, forEach: { column: people, split: ";" }, id: item, set: { role: { const: protester } } }
            """;
    private static final DatasetIds IDS = DatasetIds.named("list", Imported.KEY);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_rejected_row_is_still_about_its_people() {
        RecordedRows sink = new RecordedRows();
        run(TWO, "id,what,day,people\n1,x,2020-10-05,a;b\n2,y,2020-10-05,c\n", sink);
        assertThat(listed(sink)).hasSize(5);
        Imported broken = run(TWO, "id,what,day,people\n1,x,2020-10-35,a;new\n2,y,2020-10-05,c\n", sink);
        assertThat(broken.rejected()).hasSize(1);
        assertThat(listed(sink))
                .as("the new one is not on record, and b is gone from the file")
                .containsExactlyInAnyOrder(
                        IDS.row("1").toString(),
                        person("1", "a").toString(),
                        IDS.row("2").toString(),
                        person("2", "c").toString());
    }

    @Test
    void the_last_row_of_an_id_says_whom_it_lists() {
        RecordedRows sink = new RecordedRows();
        Imported imported = run(TWO, "id,what,day,people\n1,x,2020-10-05,a;b\n1,x,2020-10-06,b\n", sink);
        assertThat(imported.report().rows().repeated()).isEqualTo(1);
        assertThat(listed(sink))
                .containsExactlyInAnyOrder(
                        IDS.row("1").toString(), person("1", "b").toString());
    }

    @Test
    void a_dry_run_finds_references_to_what_is_not_on_record() {
        String yaml = HEAD + "emit: [{ kind: casualty, incident: { ref: event }, set: { sex: sex } }]\n";
        RecordedRows sink = new RecordedRows();
        String rows = "id,event,sex\n1,E1,male\n2,E2,male\n3,,male\n";
        sink.streams.add("incident/" + IDS.row("E1"));
        Imported dry = Imported.run(request(yaml, rows, true), sink);
        assertThat(dry.report().rows().created()).isEqualTo(2);
        assertThat(dry.rejected())
                .containsExactly("2,,unknown-id,\"it refers to another record, which is not on record\"");
    }

    @Test
    void a_dry_run_knows_the_rows_before() {
        Imported dry = Imported.run(
                request(TWO, "id,what,day,people\n1,x,2020-10-05,a\n1,x,2020-10-06,a\n", true), new RecordedRows());
        assertThat(dry.report().rows().created()).isEqualTo(1);
        assertThat(dry.report().rows().changed()).isEqualTo(1);
    }

    @Test
    void links_go_to_rows_below_and_one_to_no_row_leaves_its_own_row_as_it_is() throws Exception {
        String yaml = HEAD + """
                emit:
                  - kind: incident
                    set: { title: what }
                    links: [{ relation: parallel-to, forEach: { column: also, split: ";" }, to: item }]
                """;
        for (boolean dryRun : List.of(false, true)) {
            RecordedRows kept = new RecordedRows();
            DryRunSink checking = new DryRunSink(stream -> false);
            RowSink sink = new RowSink() {
                @Override
                public Outcome accept(dalil.command.imports.row.ImportedRow row) {
                    checking.accept(row);
                    return kept.accept(row);
                }

                @Override
                public long list(dalil.command.dataset.DatasetCommand.ListDataset listing) {
                    return kept.list(listing);
                }
            };
            StringWriter rejects = new StringWriter();
            ImportReport report = new ImportRun(
                            request(yaml, "id,what,also\n1,x,2;3\n2,y,1\n4,z,\n", dryRun),
                            sink,
                            stream -> false,
                            Imported.KEY,
                            UUID::randomUUID,
                            Imported.NOON,
                            new RejectsFile(rejects),
                            progress -> {})
                    .run();
            assertThat(report.rows().rejected()).isZero();
            assertThat(report.rows().created()).isEqualTo(3);
            assertThat(report.warnings())
                    .containsExactly("1 links go to rows that are not on record; they stand in the rejects file");
            assertThat(rejects.toString())
                    .isEqualTo("row,column,code,detail\r\n"
                            + "1,links,unknown-id,\"it refers to another record, which is not on record\"\r\n");
            if (!dryRun) {
                assertThat(kept.links().stream().map(link -> link.stream() + " " + link.relation() + " " + link.to()))
                        .containsExactly(
                                "incident/" + IDS.row("1") + " parallel-to incident/" + IDS.row("2"),
                                "incident/" + IDS.row("2") + " parallel-to incident/" + IDS.row("1"));
                assertThat(Objects.requireNonNull(kept.listing).ids()).hasSize(3);
            }
        }
    }

    private static UUID person(String row, String id) {
        return DatasetIds.part(IDS.row(row), "casualty", 1, id);
    }

    private static List<String> listed(RecordedRows sink) {
        return Objects.requireNonNull(sink.listing).ids();
    }

    private Imported run(String yaml, String rows, RecordedRows sink) {
        return Imported.run(request(yaml, rows, false), sink);
    }

    private ImportRequest request(String yaml, String rows, boolean dryRun) {
        return new ImportRequest(
                Imported.profile(yaml),
                List.of(Imported.file(folder, "rows", rows.getBytes(StandardCharsets.UTF_8))),
                null,
                "2026-01-01",
                dryRun);
    }
}
