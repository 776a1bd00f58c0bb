package dalil.query.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dalil.query.fixture.MemoryFacts;
import dalil.query.fixture.PoliceBrutality;
import dalil.query.fixture.Register;
import dalil.query.timeline.TimelineEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The published counts of 2020PB come out of its facts. */
class PoliceBrutalityTest {

    private static Optional<Register> register = Optional.empty();

    @BeforeAll
    static void read(@TempDir Path folder) throws IOException {
        Optional<MemoryFacts> facts = PoliceBrutality.facts();
        register = facts.map(of -> new Register(folder.resolve("facts"), of, 100));
    }

    @AfterAll
    static void close() {
        register.ifPresent(Register::close);
    }

    private static Register register() {
        assumeTrue(register.isPresent(), "the data set is not here");
        return register.orElseThrow();
    }

    @Test
    void counts_every_incident_once() {
        Tally tally = register().tally("of=incidents");

        assertThat(tally.total().reported()).isEqualTo(1340);
        assertThat(tally.total().corroborated()).isZero();
        assertThat(tally.cells()).isEmpty();
        assertThat(tally.overlapping()).isFalse();
        assertThat(tally.index()).isEqualTo(1340);
    }

    @Test
    void months_agree_with_the_published_table() throws IOException {
        Tally tally = register().tally("by=month");

        assertThat(cells(tally, "month"))
                .isEqualTo(table(PoliceBrutality.expected().get("by_month")));
        assertThat(tally.overlapping()).isFalse();
    }

    @Test
    void tags_agree_with_the_published_table() throws IOException {
        Tally tally = register().tally("by=label");

        assertThat(cells(tally, "label"))
                .isEqualTo(table(PoliceBrutality.expected().get("by_tag")));
        assertThat(tally.overlapping()).isTrue();
        assertThat(tally.total().reported()).isEqualTo(1340);
    }

    @Test
    void states_agree_with_the_published_table() throws IOException {
        assertThat(cells(register().tally("by=region"), "region"))
                .isEqualTo(table(PoliceBrutality.expected().get("by_state")));
    }

    @Test
    void days_agree_with_the_published_table() throws IOException {
        Map<String, Long> days = cells(register().tally("by=day"), "day");

        assertThat(days).containsAllEntriesOf(table(PoliceBrutality.expected().get("by_day_top20")));
        assertThat(days).containsEntry("undated", 3L);
    }

    @Test
    void tags_by_month_agree_with_the_published_table() throws IOException {
        Map<String, Map<String, Long>> found = new LinkedHashMap<>();
        register()
                .tally("by=label,month")
                .cells()
                .forEach(cell -> found.computeIfAbsent(cell.key().get("label"), any -> new LinkedHashMap<>())
                        .put(cell.key().get("month"), cell.reported()));
        Map<String, Map<String, Long>> published = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> tag :
                PoliceBrutality.expected().get("by_tag_and_month").properties()) {
            published.put(tag.getKey(), table(tag.getValue()));
        }

        assertThat(published).isNotEmpty();
        assertThat(found).containsAllEntriesOf(published);
    }

    @Test
    void filters_agree_with_the_published_numbers() throws IOException {
        assertThat(reported("label=tear-gas,tear-gas-canister")).isEqualTo(285);
        assertThat(reported("weapon=chemical-irritant-at-a-distance")).isEqualTo(285);
        assertThat(reported("label=journalist&label=rubber-bullet")).isEqualTo(28);
        assertThat(reported("settlement=Portland&region=US/Oregon")).isEqualTo(423);
        assertThat(reported("place=US/Oregon//Portland")).isEqualTo(423);
        assertThat(reported("place=oregon")).isEqualTo(430);
        assertThat(reported("day=undated")).isEqualTo(3);
        assertThat(reported("from=2020-05-25&to=2020-06-30"))
                .isEqualTo(PoliceBrutality.expected()
                        .get("date_range_check_2020-05-25_to_2020-06-30_inclusive")
                        .asLong());
        assertThat(reported("listedBy=2020pb")).isEqualTo(1340);
        assertThat(reported("listedBy=2020pb&asOf=1339")).isZero();
        assertThat(reported("asOf=99")).isEqualTo(100);
        assertThat(reported("asOf=2020-10-05T15:00:09Z")).isEqualTo(10);
        assertThat(reported("usedBy=crowd-member")).isZero();
    }

    @Test
    void groups_of_tags_agree_with_the_published_numbers() throws IOException {
        assumeTrue(register.isPresent(), "the data set is not here");
        JsonNode expected = PoliceBrutality.expected();
        for (Map.Entry<String, JsonNode> group :
                expected.get("force_groups_definition").properties()) {
            StringBuilder tags = new StringBuilder();
            group.getValue()
                    .forEach(tag -> tags.append(tags.isEmpty() ? "" : ",").append(tag.asString()));
            assertThat(reported("label=" + tags))
                    .as(group.getKey())
                    .isEqualTo(
                            expected.get("by_force_group").get(group.getKey()).asLong());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "by=month",
                "by=day",
                "by=label",
                "by=weapon",
                "by=method",
                "by=role",
                "by=region",
                "by=settlement",
                "by=month,weapon",
                "by=label,month",
                "by=weapon,method",
                "by=weapon&of=force-uses",
                "by=munition-asserted,role&of=force-uses",
                "by=weapon&from=2020-06-01&to=2020-06-30&q=Journalist",
                "by=weapon&near=45.515,-122.678,5&label=protester"
            })
    void every_cell_opens_into_the_records_it_counts(String query) {
        Tally tally = register().tally(query);

        assertThat(tally.cells()).isNotEmpty();
        for (Tally.Cell cell : tally.cells()) {
            List<TimelineEntry> entries = register().records(cell.records(), 1000);
            assertThat(entries).as(cell.records()).hasSize(Math.toIntExact(cell.reported()));
            assertThat(entries.stream().map(entry -> entry.id() + entry.forceUse()))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void a_timeline_goes_on_at_the_index_where_it_began() {
        List<TimelineEntry> entries = register().records("/api/timeline?label=tear-gas&asOf=1000", 17);

        assertThat(entries).hasSize(Math.toIntExact(reported("label=tear-gas&asOf=1000")));
        assertThat(entries).isSortedAccordingTo((one, other) -> {
            String day = one.time() == null ? "9" : String.valueOf(one.time().earliest());
            String otherDay =
                    other.time() == null ? "9" : String.valueOf(other.time().earliest());
            return day.compareTo(otherDay);
        });
        assertThat(entries.get(0).labels()).contains("tear-gas");
        assertThat(entries.get(0).weapons()).contains("chemical-irritant-at-a-distance");
        assertThat(entries.get(0).row()).hasSameSizeAs(TimelineEntry.COLUMNS);
    }

    private static long reported(String query) {
        return register().tally(query).total().reported();
    }

    private static Map<String, Long> cells(Tally tally, String dimension) {
        Map<String, Long> cells = new LinkedHashMap<>();
        tally.cells().forEach(cell -> cells.put(cell.key().get(dimension), cell.reported()));
        return cells;
    }

    private static Map<String, Long> table(JsonNode node) {
        Map<String, Long> table = new LinkedHashMap<>();
        node.properties()
                .forEach(entry -> table.put(entry.getKey(), entry.getValue().asLong()));
        return table;
    }
}
