package dalil.app;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.app.RunningServer.Answer;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole way of 2020PB: its file through the import into the ledger, and out as tallies that others counted before us. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublishedCountsTest {

    private static final Path DATA = Path.of("../../shared/data/2020pb");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private RunningServer server;

    @SuppressWarnings("NullAway.Init")
    private JsonNode expected;

    @BeforeAll
    void imports() throws Exception {
        Assumptions.assumeTrue(Files.isDirectory(DATA), "skipped: ../shared/data is not beside this checkout");
        expected = JsonMapper.shared().readTree(Files.readAllBytes(DATA.resolve("expected.json")));
        server = RunningServer.on(folder.resolve("register"));
        int exit = new picocli.CommandLine(new Main())
                .execute(
                        "import",
                        "--profile",
                        "2020pb",
                        DATA.resolve("all-locations-v2.json").toString(),
                        "--server",
                        server.address());
        assertThat(exit).isZero();
    }

    @AfterAll
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void months_labels_and_pairs_are_those_that_others_counted() {
        assertThat(cells("by=month", "month")).isEqualTo(counts(expected.get("by_month")));
        assertThat(cells("by=label", "label")).isEqualTo(counts(expected.get("by_tag")));
        expected.get("tag_pairs").properties().forEach(pair -> {
            String[] labels = pair.getKey().split(" AND ");
            assertThat(total("label=" + labels[0] + "&label=" + labels[1]))
                    .as(pair.getKey())
                    .isEqualTo(pair.getValue().longValue());
        });
        expected.get("force_groups_definition").properties().forEach(group -> {
            List<String> labels = new ArrayList<>();
            group.getValue().forEach(label -> labels.add(label.stringValue()));
            assertThat(cells("by=month&label=" + String.join(",", labels), "month"))
                    .as(group.getKey())
                    .isEqualTo(counts(expected.get("by_force_group_and_month").get(group.getKey())));
        });
    }

    @Test
    void weapons_and_places_are_those_that_others_counted() {
        assertThat(total("weapon=chemical-irritant-at-a-distance")).isEqualTo(285);
        assertThat(total("munition=rubber-bullet")).isEqualTo(98);
        assertThat(total("munition=rubber-bullet&role=journalist")).isEqualTo(28);
        assertThat(total("weapon=disorientation-device")).isEqualTo(97);
        assertThat(total("place=US/Oregon//Portland")).isEqualTo(423);
        assertThat(total("month=undated")).isEqualTo(3);
        Map<String, Long> states = new TreeMap<>(counts(expected.get("by_state")));
        states.put("", states.remove("Unknown Location"));
        assertThat(cells("by=region", "region")).isEqualTo(states);
    }

    @Test
    void every_cell_opens_into_exactly_the_records_it_counts() {
        for (String by : List.of(
                "month", "weapon", "method", "role", "region", "label", "used-by", "munition", "month,weapon")) {
            for (JsonNode cell : tally("by=" + by).get("cells")) {
                assertThat(follow(cell.get("records").stringValue()))
                        .as(cell.toString())
                        .isEqualTo(cell.get("reported").longValue());
            }
        }
    }

    @Test
    void a_table_rebuilt_from_nothing_gives_the_same_answers() throws Exception {
        List<String> questions = List.of(
                "/api/tallies?of=incidents&by=label,month",
                "/api/tallies?of=force-uses&by=weapon,method",
                "/api/timeline?limit=1000",
                "/api/timeline?of=force-uses&limit=1000&weapon=firearm");
        List<String> live =
                questions.stream().map(question -> server.get(question).text()).toList();
        long position = Long.parseLong(server.get(questions.get(0)).header("Dalil-Position"));
        server.close();
        delete(folder.resolve("register").resolve("facts"));
        server = RunningServer.on(folder.resolve("register"));
        server.get("/api/tallies?of=incidents&atLeast=" + position);
        assertThat(questions.stream()
                        .map(question -> server.get(question).text())
                        .toList())
                .isEqualTo(live);
    }

    private long follow(String records) {
        long units = 0;
        String next = records;
        while (next != null) {
            Answer page = server.get(next);
            assertThat(page.status()).as(next).isEqualTo(200);
            units += page.body().get("entries").size();
            JsonNode cursor = page.body().get("next");
            next = cursor == null || cursor.isNull() ? null : records + "&cursor=" + cursor.stringValue();
        }
        return units;
    }

    private JsonNode tally(String question) {
        Answer answer = server.get("/api/tallies?of=incidents&" + question);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.body();
    }

    private long total(String filters) {
        return tally(filters).at("/total/reported").longValue();
    }

    private Map<String, Long> cells(String question, String dimension) {
        Map<String, Long> cells = new TreeMap<>();
        for (JsonNode cell : tally(question).get("cells")) {
            if (cell.get("reported").longValue() > 0) {
                cells.put(
                        cell.get("key").get(dimension).stringValue(),
                        cell.get("reported").longValue());
            }
        }
        return cells;
    }

    private static Map<String, Long> counts(JsonNode published) {
        Map<String, Long> counts = new TreeMap<>();
        published
                .properties()
                .forEach(count -> counts.put(count.getKey(), count.getValue().longValue()));
        return counts;
    }

    private static void delete(Path tree) throws Exception {
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws java.io.IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
