package dalil.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which record a row is that nothing names: the same one next time, whatever stands around it. */
class RowsWithoutAnIdTest {

    private static final String HEAD = """
            profile: events
            dataset: { name: events, publisher: { name: A club, type: other } }
            records: { format: csv }
            """;
    private static final String WITHOUT_ID = HEAD + "emit: [{ kind: incident, set: { title: what } }]\n";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void equal_rows_stay_two_and_order_and_new_rows_change_no_id() {
        List<String> rows = new ArrayList<>(List.of("2020-10-05,x", "2020-10-05,x", "2020-10-06,y", "2020-10-07,z"));
        Set<String> first = ids(rows);
        assertThat(first).hasSize(4);
        long seed = 20201005;
        Random random = new Random(seed);
        for (int i = 0; i < 10; i++) {
            Collections.shuffle(rows, random);
            assertThat(ids(rows)).as("seed %s", seed).isEqualTo(first);
        }
        rows.add(0, "2020-10-01,new");
        assertThat(ids(rows)).hasSize(5).containsAll(first);
        rows.add(0, "2020-10-05,x");
        assertThat(ids(rows)).as("a third equal row").hasSize(6).containsAll(first);
    }

    @Test
    void neither_the_order_of_columns_nor_an_empty_one_makes_another_row() {
        Set<String> one =
                Imported.of(folder, WITHOUT_ID, "when,what\n1,a\n").sent().incidentStreams();
        assertThat(Imported.of(folder, WITHOUT_ID, "what,new,when\na,,1\n")
                        .sent()
                        .incidentStreams())
                .isEqualTo(one);
        assertThat(Imported.of(folder, WITHOUT_ID, "what,new,when\na,n,1\n")
                        .sent()
                        .incidentStreams())
                .isNotEqualTo(one);
    }

    @Test
    void a_row_without_an_id_has_one_that_only_its_register_gives() {
        ImportRequest request = Imported.request(folder, WITHOUT_ID, "when,what\n1,a\n", false);
        RecordedRows one = new RecordedRows();
        Imported.run(request, one);
        // uuid5(dataset, HMAC of "dalil import row\n" and the hash of the row, "1"), computed apart in Python
        assertThat(one.incidentStreams()).containsExactly("incident/62de322b-c4a1-51d2-81bb-92572c0af585");
        RecordedRows other = new RecordedRows();
        Imported.run(request, other, Imported.key(1));
        assertThat(other.incidentStreams()).hasSize(1).isNotEqualTo(one.incidentStreams());
        RecordedRows again = new RecordedRows();
        Imported.run(request, again, Imported.key(1));
        assertThat(again.incidentStreams()).isEqualTo(other.incidentStreams());
    }

    @Test
    void real_rows_without_an_id_keep_theirs_when_they_are_shuffled() throws IOException {
        List<String> lines = Files.readAllLines(RealFiles.path("bishkek-2020/sequence.csv"));
        String header = lines.remove(0);
        lines.addAll(List.copyOf(lines)); // every row twice
        String profile = HEAD + "emit: [{ kind: incident, set: { title: what } }]\n";
        Set<String> before = Imported.of(folder, profile, header + "\n" + String.join("\n", lines))
                .sent()
                .incidentStreams();
        assertThat(before).hasSize(44);
        Collections.shuffle(lines, new Random(3));
        assertThat(Imported.of(folder, profile, header + "\n" + String.join("\n", lines))
                        .sent()
                        .incidentStreams())
                .isEqualTo(before);
    }

    private Set<String> ids(List<String> rows) {
        return Imported.of(folder, WITHOUT_ID, "when,what\n" + String.join("\n", rows) + "\n")
                .sent()
                .incidentStreams();
    }
}
