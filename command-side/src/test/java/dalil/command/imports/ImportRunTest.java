package dalil.command.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dalil.command.dataset.DatasetCommand.ListDataset;
import dalil.command.imports.ImportReport.State;
import dalil.command.imports.profile.Profile;
import dalil.command.imports.reading.InputFile;
import dalil.command.imports.row.DatasetIds;
import dalil.command.imports.row.ImportedRow;
import dalil.command.incident.IncidentCommand.ReportListedIncident;
import dalil.command.rule.Refusal;
import dalil.events.dataset.DatasetFact.ReadFile;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import from its first row to its listing. */
class ImportRunTest {

    private static final String HEAD = """
            profile: events
            dataset: { name: events, publisher: { name: A club, type: other } }
            records: { format: csv }
            """;
    private static final String WITH_ID = HEAD + """
            id: id
            emit: [{ kind: incident, set: { title: what } }]
            """;
    private static final String WITHOUT_ID = HEAD + "emit: [{ kind: incident, set: { title: what } }]\n";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void ends_with_the_listing_of_everything_it_read() {
        Imported imported = Imported.of(folder, WITH_ID, "id,what\n1,a\n2,b\n");
        ListDataset listing = Objects.requireNonNull(imported.sent().listing);
        DatasetIds ids = DatasetIds.named("events", Imported.KEY);
        assertThat(listing.stream()).isEqualTo("dataset/" + ids.dataset());
        assertThat(listing.ids())
                .containsExactlyInAnyOrder(ids.row("1").toString(), ids.row("2").toString());
        assertThat(listing.rows()).isEqualTo(2);
        assertThat(listing.rejected()).isZero();
        assertThat(listing.asOf()).isEqualTo("2026-01-01");
        assertThat(listing.profile()).isEqualTo("events");
        assertThat(listing.profileSha256()).hasSize(64);
        // printf 'id,what\n1,a\n2,b\n' | sha256sum
        assertThat(listing.files())
                .containsExactly(new ReadFile("2c8bdc759f10dd9b4e39da1b8f9f1193b847ee82e5e85b3c32582830bb518347", 16));
        assertThat(imported.report().position()).isEqualTo(42);
        assertThat(imported.report().rows().created()).isEqualTo(2);
        assertThat(imported.sent().rows.get(0).commands())
                .singleElement()
                .hasToString(imported.sent().sources().get(0).toString());
    }

    @Test
    void a_dry_run_needs_no_register_and_nothing_else_goes_without() throws IOException {
        ImportReport report = ImportRun.withoutRegister(
                        Imported.request(folder, WITHOUT_ID, "when,what\n1,a\n", true),
                        Imported.ids(),
                        Imported.NOON,
                        new RejectsFile(new StringWriter()),
                        progress -> {})
                .run();
        assertThat(report.state()).isEqualTo(State.FINISHED);
        assertThat(report.rows().created()).isEqualTo(1);
        assertThatThrownBy(() -> ImportRun.withoutRegister(
                        Imported.request(folder, WITHOUT_ID, "when,what\n1,a\n", false),
                        Imported.ids(),
                        Imported.NOON,
                        new RejectsFile(new StringWriter()),
                        progress -> {}))
                .hasMessage("only a dry run goes without a register");
    }

    @Test
    void the_same_file_again_has_the_same_ids_and_only_other_claim_ids() {
        RecordedRows sink = new RecordedRows();
        ImportRequest request = Imported.request(folder, WITH_ID, "id,what\n1,a\n2,b\n", false);
        Imported.run(request, sink);
        ImportReport again = Imported.run(request, sink).report();
        assertThat(again.rows().unchanged()).isEqualTo(2);
        assertThat(again.rows().created()).isZero();
        assertThat(sink.incidentStreams()).hasSize(2);
        assertThat(Objects.requireNonNull(sink.listing).ids()).hasSize(2);
    }

    @Test
    void a_rejected_row_that_is_on_record_is_still_listed_and_a_new_one_is_not() {
        RecordedRows sink = new RecordedRows();
        Imported.run(Imported.request(folder, WITH_ID, "id,what\n1,a\n2,b\n", false), sink);
        Imported second = Imported.run(Imported.request(folder, WITH_ID, "id,what\n1,a\n2,\n3,\n", false), sink);
        assertThat(second.report().rows().rejected()).isEqualTo(2);
        assertThat(second.rejected())
                .containsExactly(
                        "2,,nothing-to-record,the row sets no attribute of the incident",
                        "3,,nothing-to-record,the row sets no attribute of the incident");
        DatasetIds ids = DatasetIds.named("events", Imported.KEY);
        assertThat(Objects.requireNonNull(sink.listing).ids())
                .containsExactlyInAnyOrder(ids.row("1").toString(), ids.row("2").toString());
        assertThat(sink.listing.rejected()).isEqualTo(2);
    }

    @Test
    void what_the_aggregate_refuses_is_a_rejected_row_and_the_import_goes_on() throws IOException {
        RecordedRows kept = new RecordedRows();
        RowSink sink = sink(kept, row -> {
            if (row.records()
                    .contains("incident/"
                            + DatasetIds.named("events", Imported.KEY).row("2"))) {
                throw Refusal.field("/claims/0/value", "too-long", "at most 500 characters");
            }
        });
        StringWriter rejects = new StringWriter();
        ImportReport report = run(Imported.request(folder, WITH_ID, "id,what\n1,a\n2,b\n3,c\n", false), sink, rejects)
                .run();
        assertThat(report.state()).isEqualTo(State.FINISHED);
        assertThat(report.rows().rejected()).isEqualTo(1);
        assertThat(report.rows().created()).isEqualTo(2);
        assertThat(rejects.toString())
                .isEqualTo("row,column,code,detail\r\n2,,too-long,/claims/0/value: at most 500 characters\r\n");
    }

    @Test
    void a_fault_of_the_register_ends_the_import_without_a_listing() throws IOException {
        RecordedRows kept = new RecordedRows();
        RowSink sink = sink(kept, row -> {
            if (!row.records().isEmpty() && kept.rows.size() > 20) {
                throw new IllegalStateException("holds something secret");
            }
        });
        ImportReport report = run(Imported.request(folder, WITH_ID, numbered(5_000), false), sink, new StringWriter())
                .run();
        assertThat(report.state()).isEqualTo(State.FAILED);
        assertThat(report.problem()).isEqualTo("it could not go on (IllegalStateException)");
        assertThat(kept.listing).isNull();
        assertThat(report.rows().read()).isLessThan(5_000);
    }

    @Test
    void tells_how_many_records_are_not_listed_any_more_and_that_a_file_is_an_older_one() {
        String yaml = HEAD + """
                id: id
                emit:
                  - { kind: incident, when: { column: what, isNot: withdrawn }, set: { title: what } }
                  - { kind: casualty, forEach: { column: who, split: ; }, as: one, id: one, set: { name: one } }
                """;
        RecordedRows register = new RecordedRows();
        ImportReport first = on("2026-01-01", yaml, "id,what,who\n1,a,x;y\n2,b,z\n3,c,\n", false, register);
        assertThat(first.noLonger().any()).isFalse();
        String second = "id,what,who\n1,a,x\n2,withdrawn,z\n4,d,\n";
        ImportReport dry = on("2026-02-01", yaml, second, true, register);
        assertThat(dry.noLonger()).isEqualTo(new ImportReport.NoLonger(2, 2, 0));
        assertThat(dry.warnings()).isEmpty();
        assertThat(on("2026-02-01", yaml, second, false, register).noLonger())
                .isEqualTo(new ImportReport.NoLonger(2, 2, 0));
        assertThat(on("2026-02-01", yaml, second, false, register).noLonger().any())
                .isFalse();
        assertThat(on("2026-01-15", yaml, second, true, register).warnings())
                .containsExactly(
                        "the dataset was listed as of 2026-02-01 before, which is later than 2026-01-15: what was new"
                                + " then is taken back; import the files in the order of their dates");
    }

    private ImportReport on(String day, String yaml, String content, boolean dryRun, RecordedRows register) {
        return Imported.run(
                        new ImportRequest(
                                Imported.profile(yaml),
                                List.of(Imported.file(folder, "rows", content.getBytes(StandardCharsets.UTF_8))),
                                null,
                                day,
                                dryRun),
                        register)
                .report();
    }

    @Test
    void a_dry_run_records_nothing_and_says_what_it_would_do() {
        RecordedRows sink = new RecordedRows();
        Imported.run(Imported.request(folder, WITH_ID, "id,what\n1,a\n", false), sink);
        int sent = sink.rows.size();
        ListDataset listing = sink.listing;
        Imported dry = Imported.run(Imported.request(folder, WITH_ID, "id,what\n1,a\n2,b\n3,\n", true), sink);
        assertThat(sink.rows).hasSize(sent);
        assertThat(sink.listing).isSameAs(listing);
        assertThat(dry.report().state()).isEqualTo(State.FINISHED);
        assertThat(dry.report().rows().onRecord()).isEqualTo(1);
        assertThat(dry.report().rows().created()).isEqualTo(1);
        assertThat(dry.report().rows().rejected()).isEqualTo(1);
        assertThat(dry.report().given()).isEqualTo(new ImportReport.Given(2, 0, 0, 0, 0, 0, 2));
        assertThat(dry.report().position()).isNull();
    }

    @Test
    void rows_of_one_key_arrive_in_the_order_of_the_file_from_several_threads() throws IOException {
        StringBuilder csv = new StringBuilder("id,what\n");
        for (int i = 0; i < 2_000; i++) {
            csv.append(i % 50).append(',').append(i).append('\n');
        }
        Set<String> threads = Collections.synchronizedSet(new HashSet<>());
        Map<String, List<Integer>> order = Collections.synchronizedMap(new HashMap<>());
        RecordedRows kept = new RecordedRows();
        RowSink sink = sink(kept, row -> {
            threads.add(Thread.currentThread().getName());
            for (Object command : row.commands()) {
                if (command instanceof ReportListedIncident incident) {
                    order.computeIfAbsent(row.key(), key -> Collections.synchronizedList(new ArrayList<>()))
                            .add(Integer.valueOf(RecordedRows.words(incident.claims(), "title")
                                    .get(0)));
                }
            }
        });
        ImportReport report = run(Imported.request(folder, WITH_ID, csv.toString(), false), sink, new StringWriter())
                .run();
        assertThat(report.rows().repeated()).isEqualTo(1_950);
        assertThat(order).hasSize(50);
        order.values().forEach(one -> assertThat(one).hasSize(40).isSorted());
        assertThat(threads).hasSizeGreaterThan(4).hasSizeLessThanOrEqualTo(RowWorkers.THREADS + 1);
    }

    @Test
    void a_cancelled_import_finishes_the_rows_in_flight_and_lists_nothing() throws Exception {
        CountDownLatch some = new CountDownLatch(50);
        AtomicLong begun = new AtomicLong();
        AtomicLong ended = new AtomicLong();
        RecordedRows kept = new RecordedRows();
        RowSink sink = sink(kept, row -> {
            begun.incrementAndGet();
            some.countDown();
            java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
            ended.incrementAndGet();
        });
        ImportRun run = run(Imported.request(folder, WITH_ID, numbered(100_000), false), sink, new StringWriter());
        AtomicReference<ImportReport> report = new AtomicReference<>();
        Thread thread = new Thread(() -> report.set(run.run()));
        thread.start();
        assertThat(some.await(30, TimeUnit.SECONDS)).isTrue();
        run.cancel();
        thread.join(30_000);
        ImportReport stopped = Objects.requireNonNull(report.get());
        assertThat(stopped.state()).isEqualTo(State.CANCELLED);
        assertThat(begun.get()).isEqualTo(ended.get()).isLessThan(100_000);
        assertThat(kept.listing).isNull();
        assertThat(stopped.position()).isNull();
    }

    @Test
    void progress_ends_at_all_rows_and_all_bytes() {
        List<Progress> seen = new ArrayList<>();
        InputFile file = Imported.file(folder, "rows", numbered(1_000).getBytes(StandardCharsets.UTF_8));
        RecordedRows sink = new RecordedRows();
        try (RejectsFile rejects = new RejectsFile(new StringWriter())) {
            new ImportRun(
                            new ImportRequest(Imported.profile(WITH_ID), List.of(file), null, "2026-01-01", false),
                            sink,
                            stream -> false,
                            Imported.KEY,
                            Imported.ids(),
                            Imported.NOON,
                            rejects,
                            seen::add)
                    .run();
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        assertThat(seen).hasSizeGreaterThan(3);
        Progress last = seen.get(seen.size() - 1);
        assertThat(last.rows()).isEqualTo(1_000);
        assertThat(last.bytes()).isEqualTo(last.totalBytes()).isPositive();
    }

    @Test
    void a_file_far_larger_than_the_memory_it_takes_is_streamed() throws IOException {
        int rows = 100_000;
        Path file = folder.resolve("large.csv");
        String filler = "x".repeat(2_000);
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("id,what,much\n");
            for (int i = 0; i < rows; i++) {
                out.write(i + ",something," + filler + "\n");
            }
        }
        AtomicLong count = new AtomicLong();
        List<Long> used = Collections.synchronizedList(new ArrayList<>());
        RowSink counting = new RowSink() {
            @Override
            public Outcome accept(ImportedRow row) {
                if (count.incrementAndGet() % 25_000 == 0) {
                    System.gc();
                    used.add(Runtime.getRuntime().totalMemory()
                            - Runtime.getRuntime().freeMemory());
                }
                return Outcome.NEW;
            }

            @Override
            public long list(ListDataset listing) {
                return listing.ids().size();
            }
        };
        Profile profile = Imported.profile(WITH_ID.replace("title: what", "title: what, narrative: much"));
        ImportReport report = run(
                        new ImportRequest(profile, List.of(InputFile.of(file)), null, "2026-01-01", false),
                        counting,
                        new StringWriter())
                .run();
        assertThat(report.rows().created()).isEqualTo(rows);
        assertThat(report.position()).isEqualTo(rows);
        long growth = used.get(used.size() - 1) - used.get(0);
        System.out.println(
                "200 MB, 100,000 rows: heap grew by " + growth / 1024 / 1024 + " MiB after the first quarter");
        assertThat(growth).isLessThan(60L * 1024 * 1024);
    }

    @Test
    void a_file_with_sources_only_lists_nothing() {
        Imported sources = Imported.of(
                folder,
                HEAD + "emit: [{ kind: source, id: url, set: { type: { const: other }, name: url } }]\n",
                "url\nhttps://a.example\nhttps://b.example\n");
        assertThat(sources.report().state()).isEqualTo(State.FINISHED);
        assertThat(sources.report().rows().sourcesOnly()).isEqualTo(2);
        assertThat(sources.sent().listing).isNull();
    }

    private static ImportRun run(ImportRequest request, RowSink sink, StringWriter rejects) throws IOException {
        return new ImportRun(
                request,
                sink,
                stream -> false,
                Imported.KEY,
                Imported.ids(),
                Imported.NOON,
                new RejectsFile(rejects),
                progress -> {});
    }

    private static RowSink sink(RecordedRows kept, java.util.function.Consumer<ImportedRow> before) {
        return new RowSink() {
            @Override
            public Outcome accept(ImportedRow row) {
                before.accept(row);
                return kept.accept(row);
            }

            @Override
            public long list(ListDataset listing) {
                return kept.list(listing);
            }
        };
    }

    private static String numbered(int rows) {
        StringBuilder csv = new StringBuilder("id,what\n");
        for (int i = 0; i < rows; i++) {
            csv.append(i).append(",w").append(i).append('\n');
        }
        return csv.toString();
    }
}
