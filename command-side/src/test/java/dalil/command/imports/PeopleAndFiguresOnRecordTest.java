package dalil.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.command.dataset.DatasetCommand.ListDataset;
import dalil.command.imports.row.DatasetIds;
import dalil.command.imports.row.ImportedRow;
import dalil.command.imports.yaml.Profiles;
import dalil.events.casualty.CasualtyFact;
import dalil.events.dataset.DatasetFact;
import dalil.events.figure.FigureFact;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Casualties and figures into a ledger on disk: again, in another order, after a break, with rows put in. Nothing is doubled. */
class PeopleAndFiguresOnRecordTest {

    private static final String HEAD = """
            profile: list
            dataset: { name: list, publisher: { name: A club, type: other } }
            records: { format: csv }
            """;
    private static final String PEOPLE = """
            emit:
              - kind: casualty
                set: { name: name, sex: sex, outcome: { const: injured } }
                injuries: [{ set: { description: wound } }]
              - { kind: figure, set: { publisher: { name: paper }, measure: { const: dead }, value: dead } }
            """;
    private static final String COLUMNS = "name,sex,wound,paper,dead\n";

    @TempDir
    private Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private RegisterOnDisk register;

    @BeforeEach
    void open() {
        register = new RegisterOnDisk(folder.resolve("ledger"));
    }

    @AfterEach
    void close() {
        register.close();
    }

    private static List<String> rows(int pairs) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < pairs; i++) {
            String row = "Invented " + i % 40 + ",male,cut " + i + ",Paper " + i % 3 + "," + i % 5;
            rows.add(row);
            rows.add(row);
        }
        return rows;
    }

    @Test
    void pairs_of_equal_rows_stay_pairs_in_any_order_and_with_rows_put_in() {
        List<String> rows = rows(60);
        ImportReport first = run(HEAD + PEOPLE, rows);
        assertThat(first.problem()).isNull();
        assertThat(first.rows().created()).isEqualTo(120);
        Map<String, Integer> types =
                Map.of("casualty.recorded", 120, "figure.published", 120, "source.registered", 4, "dataset.listed", 1);
        assertThat(register.types()).isEqualTo(types);

        Collections.shuffle(rows, new Random(20201005));
        ImportReport again = run(HEAD + PEOPLE, rows);
        assertThat(again.rows().unchanged()).isEqualTo(120);
        assertThat(register.types()).isEqualTo(with(types, "dataset.listed", 2));

        rows.add(0, "Put in,female,none,Paper 0,1");
        rows.add(0, rows.get(7));
        ImportReport more = run(HEAD + PEOPLE, rows);
        assertThat(more.rows().created()).isEqualTo(2);
        assertThat(more.rows().unchanged()).isEqualTo(120);
        assertThat(register.types())
                .isEqualTo(with(
                        with(with(types, "dataset.listed", 3), "casualty.recorded", 122), "figure.published", 122));
    }

    private static Map<String, Integer> with(Map<String, Integer> types, String type, int count) {
        Map<String, Integer> changed = new HashMap<>(types);
        changed.put(type, count);
        return changed;
    }

    @Test
    void what_breaks_in_the_middle_goes_on_and_doubles_nothing() throws IOException {
        List<String> rows = rows(60);
        for (int seed = 1; seed <= 3; seed++) {
            AtomicInteger left = new AtomicInteger(new Random(seed).nextInt(100));
            RowSink sink = register.sink();
            RowSink breaking = new RowSink() {
                @Override
                public Outcome accept(ImportedRow row) {
                    if (left.decrementAndGet() < 0) {
                        throw new IllegalStateException("the disk is full");
                    }
                    return sink.accept(row);
                }

                @Override
                public long list(ListDataset listing) {
                    return sink.list(listing);
                }
            };
            ImportReport broken = register.importing(
                            request(HEAD + PEOPLE, rows), breaking, new RejectsFile(new StringWriter()))
                    .run();
            assertThat(broken.state()).isEqualTo(ImportReport.State.FAILED);
        }
        assertThat(run(HEAD + PEOPLE, rows).rows().rejected()).isZero();
        assertThat(register.types())
                .isEqualTo(Map.of(
                        "casualty.recorded",
                        120,
                        "figure.published",
                        120,
                        "source.registered",
                        4,
                        "dataset.listed",
                        1));
    }

    @Test
    void rows_of_one_id_are_recorded_once_each_and_again_nothing_is() {
        String yaml = HEAD + """
                id: no
                emit:
                  - { kind: incident, set: { title: name } }
                  - { kind: casualty, id: { const: person }, set: { name: name, outcome: { const: injured } } }
                  - { kind: figure, set: { measure: { const: dead }, value: dead } }
                """;
        List<String> rows = new ArrayList<>(List.of("1,first,1", "2,other,5", "1,second,2", "1,third,3"));
        run(yaml, "no,name,dead\n", rows);
        Map<String, Integer> types = register.types();
        // two of the three statements come after the record was begun, and each takes the title and the name before it
        // back
        assertThat(types)
                .containsEntry("incident.claim-added", 2)
                .containsEntry("casualty.claim-added", 2)
                .containsEntry("casualty.claim-withdrawn", 2)
                .containsEntry("figure.corrected", 2);
        ImportReport again = run(yaml, "no,name,dead\n", rows);
        assertThat(again.rows().unchanged()).isEqualTo(4);
        assertThat(again.rows().repeated()).isEqualTo(2);
        assertThat(register.types()).isEqualTo(with(types, "dataset.listed", 2));

        rows.add(3, "1,between,3");
        ImportReport more = run(yaml, "no,name,dead\n", rows);
        assertThat(more.rows().changed())
                .as("what was not said before, and the last row after it")
                .isEqualTo(2);
        types = register.types();
        run(yaml, "no,name,dead\n", rows);
        assertThat(register.types()).isEqualTo(with(types, "dataset.listed", 4));

        rows.add("1,first,1");
        run(yaml, "no,name,dead\n", rows);
        Map<String, Integer> back = new HashMap<>(types);
        back.put("dataset.listed", 5);
        for (String type : List.of("incident", "casualty")) {
            back.merge(type + ".claim-added", 1, Integer::sum);
            back.merge(type + ".claim-withdrawn", 1, Integer::sum);
        }
        back.merge("figure.corrected", 1, Integer::sum);
        assertThat(register.types())
                .as("the last row counts also where it goes back to what was said before")
                .isEqualTo(back);
    }

    @Test
    void a_changed_row_changes_its_person_and_figure_and_a_missing_one_stays_on_record() {
        String yaml = HEAD + "id: name\n" + PEOPLE;
        run(yaml, List.of("a,male,cut,P,1", "b,male,cut,P,2"));
        ImportReport changed = run(yaml, List.of("a,female,cut,P,3"));
        assertThat(changed.rows().changed()).isEqualTo(1);
        DatasetIds ids = DatasetIds.named("list", register.ledger()::digest);
        String a = ids.row(ids.keyed("a")).toString();
        String person =
                DatasetIds.part(java.util.UUID.fromString(a), "casualty", 1).toString();
        assertThat(register.facts("casualty/" + person))
                .hasExactlyElementsOfTypes(
                        CasualtyFact.Recorded.class, CasualtyFact.ClaimAdded.class, CasualtyFact.ClaimWithdrawn.class);
        String figure =
                DatasetIds.part(java.util.UUID.fromString(a), "figure", 1).toString();
        assertThat(register.facts("figure/" + figure))
                .hasExactlyElementsOfTypes(FigureFact.Published.class, FigureFact.Corrected.class);
        List<Object> listings = register.facts("dataset/" + ids.dataset());
        assertThat(((DatasetFact.Listed) listings.get(0)).added()).hasSize(4);
        assertThat(((DatasetFact.Listed) listings.get(1)).noLonger()).hasSize(2);
        assertThat(register.types()).containsEntry("casualty.recorded", 2).containsEntry("figure.published", 2);
    }

    @Test
    void a_file_of_people_says_nothing_of_the_incidents_of_another_file_of_the_dataset() {
        String incidents = HEAD + "id: no\nemit: [{ kind: incident, set: { title: what } }]\n";
        String people = HEAD + "id: no\nemit: [{ kind: casualty, incident: { ref: event }, set: { sex: sex } }]\n";
        assertThat(run(incidents, "no,what\n", List.of("E1,x", "E2,y")).rows().created())
                .isEqualTo(2);
        StringWriter rejects = new StringWriter();
        ImportReport report = register.run(
                request(people, "no,event,sex\n", List.of("1,E1,male", "2,E9,male", "3,E1,male")), rejects);
        assertThat(report.rows().created()).isEqualTo(2);
        assertThat(rejects.toString()).contains("2,,unknown-id,/incident: no incident of this id is on record");
        DatasetIds ids = DatasetIds.named("list", register.ledger()::digest);
        DatasetFact.Listed last =
                (DatasetFact.Listed) register.facts("dataset/" + ids.dataset()).get(1);
        assertThat(last.added()).hasSize(2);
        assertThat(last.noLonger()).isEmpty();
    }

    @Test
    void a_row_may_refer_to_one_above_it_in_the_same_file() {
        String yaml = HEAD + """
                id: no
                emit: [{ kind: figure, set: { measure: { const: dead }, value: n, partOf: { ref: whole } } }]
                """;
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            rows.add(i + "," + i + "," + (i < 100 ? "" : i - 100));
        }
        ImportReport report = run(yaml, "no,n,whole\n", rows);
        assertThat(report.rows().rejected()).isZero();
        assertThat(report.rows().created()).isEqualTo(200);
    }

    @Test
    void the_case_itself_is_recorded_once() {
        Map<String, Integer> types = new TreeMap<>();
        for (int i = 1; i <= 2; i++) {
            for (String part : List.of("figures", "sequence")) {
                ImportReport report = register.run(
                        new ImportRequest(
                                Profiles.shipped("bishkek-2020-" + part).orElseThrow(),
                                List.of(RealFiles.input("bishkek-2020/" + part + ".csv")),
                                null,
                                null,
                                false),
                        new StringWriter());
                assertThat(report.problem()).isNull();
                assertThat(report.rows().rejected()).isZero();
                assertThat(report.warnings()).isEmpty();
            }
            types.putAll(register.types());
            assertThat(types.remove("dataset.listed")).isEqualTo(2 * i);
            types.remove("source.registered");
            assertThat(types).isEqualTo(Map.of("figure.published", 50, "incident.reported", 22, "incident.linked", 16));
        }
    }

    private ImportReport run(String yaml, List<String> rows) {
        return run(yaml, COLUMNS, rows);
    }

    private ImportReport run(String yaml, String header, List<String> rows) {
        return register.run(request(yaml, header, rows), new StringWriter());
    }

    private ImportRequest request(String yaml, List<String> rows) {
        return request(yaml, COLUMNS, rows);
    }

    private ImportRequest request(String yaml, String header, List<String> rows) {
        byte[] content = (header + String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8);
        return new ImportRequest(
                Imported.profile(yaml), List.of(Imported.file(folder, "rows", content)), null, "2026-01-01", false);
    }
}
