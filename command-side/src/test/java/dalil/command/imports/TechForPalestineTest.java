package dalil.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dalil.command.figure.FigureCommand.PublishListedFigure;
import dalil.command.imports.row.DatasetIds;
import dalil.command.imports.yaml.Profiles;
import dalil.events.figure.Figure;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The shipped profile on both daily files, held against sums that were made from them independently. */
class TechForPalestineTest {

    private static final DatasetIds IDS = DatasetIds.named("techforpalestine", Imported.KEY);
    private static final List<String> GAZA = List.of(
            "killed",
            "killed_cum",
            "injured",
            "injured_cum",
            "killed_children_cum",
            "killed_women_cum",
            "med_killed_cum",
            "press_killed_cum",
            "civdef_killed_cum",
            "famine_cum",
            "child_famine_cum",
            "aid_seeker_killed_cum",
            "aid_seeker_injured_cum",
            "killed_truce_new",
            "killed_recovered",
            "killed_succumbed",
            "killed_committee",
            "ext_killed",
            "ext_killed_cum",
            "ext_killed_children_cum",
            "ext_killed_women_cum",
            "ext_injured",
            "ext_injured_cum",
            "ext_med_killed_cum",
            "ext_press_killed_cum",
            "ext_civdef_killed_cum");
    private static final List<String> FLASH =
            List.of("killed_cum", "killed_children_cum", "injured_cum", "injured_children_cum");
    private static final List<String> VERIFIED = List.of(
            "killed",
            "killed_cum",
            "killed_children",
            "killed_children_cum",
            "injured",
            "injured_cum",
            "injured_children",
            "injured_children_cum");

    private static final Map<String, Figure> FIGURES = new HashMap<>();
    private static JsonNode gaza;
    private static JsonNode westBank;
    private static JsonNode expected;
    private static Imported imported;

    @BeforeAll
    static void imports() throws IOException {
        ObjectMapper json = new ObjectMapper();
        gaza = json.readTree(
                RealFiles.path("techforpalestine/casualties_daily.json").toFile());
        westBank = json.readTree(
                RealFiles.path("techforpalestine/west_bank_daily.json").toFile());
        expected =
                json.readTree(RealFiles.path("techforpalestine/expected.json").toFile());
        imported = Imported.run(
                Profiles.shipped("techforpalestine").orElseThrow(),
                "2026-08-22",
                RealFiles.input("techforpalestine/casualties_daily.json"),
                RealFiles.input("techforpalestine/west_bank_daily.json"));
        for (PublishListedFigure listed : imported.sent().figures()) {
            FIGURES.put(listed.stream(), listed.figure());
        }
    }

    @Test
    void every_number_that_is_read_is_one_figure() {
        assertThat(imported.report().problem()).isNull();
        assertThat(imported.rejected()).isEmpty();
        assertThat(imported.report().warnings()).isEmpty();
        assertThat(imported.report().rows().read()).isEqualTo(2 * 1_051);
        assertThat(imported.report().rows().repeated()).isZero();
        int numbers = 0;
        for (JsonNode row : gaza) {
            numbers += check("gaza", row, row, "", GAZA);
        }
        for (JsonNode row : westBank) {
            numbers += check("west-bank", row, row, "flash", FLASH);
            numbers += check("west-bank", row, row.path("verified"), "verified.", VERIFIED);
        }
        assertThat(FIGURES).hasSize(numbers).hasSize(imported.sent().figures().size());
        System.out.println(numbers + " figures of " + 2 * 1_051 + " rows");
    }

    private static int check(String territory, JsonNode row, JsonNode of, String prefix, List<String> columns) {
        int numbers = 0;
        for (String column : columns) {
            if (of.has(column)) {
                Figure figure = prefix.equals("flash")
                        ? figure(territory, row, "flash", column)
                        : figure(territory, row, prefix + column);
                assertThat(Objects.requireNonNull(figure).least())
                        .as(column + " " + row.get("report_date"))
                        .isEqualTo(of.get(column).asLong());
                assertThat(figure.place()).containsExactly("PS", territory.equals("gaza") ? "Gaza Strip" : "West Bank");
                numbers++;
            }
        }
        return numbers;
    }

    @Test
    void each_figure_is_of_whoever_published_it() {
        Map<String, Integer> publishers = new TreeMap<>();
        for (JsonNode row : gaza) {
            Figure killed = figure("gaza", row, "killed");
            if (killed != null) {
                publishers.merge(row.get("report_source").asText() + " " + name(killed.publisher()), 1, Integer::sum);
                assertThat(killed.origin())
                        .isEqualTo(row.get("report_source").asText().equals("missing") ? "unknown" : "self");
            }
            Figure extrapolated = Objects.requireNonNull(figure("gaza", row, "ext_killed"));
            assertThat(extrapolated.publisher()).isEqualTo(IDS.publisher().toString());
            assertThat(extrapolated.reportedVia()).isNull();
        }
        assertThat(publishers)
                .isEqualTo(Map.of(
                        "mohtel Ministry of Health in Gaza", 998,
                        "gmotel Government Media Office in Gaza", 8,
                        "missing the dataset", 7));
        for (JsonNode row : westBank) {
            Figure flash = Objects.requireNonNull(figure("west-bank", row, "flash", "killed_cum"));
            assertThat(name(flash.publisher()))
                    .isEqualTo(row.get("flash_source").asText().equals("un") ? "UN OCHA" : "the dataset");
        }
    }

    @Test
    void days_that_do_not_add_up_to_the_running_total_stay_as_they_were_published() {
        long days = 0;
        long last = 0;
        for (JsonNode row : westBank) {
            Figure day = figure("west-bank", row, "verified.killed");
            days += day == null ? 0 : day.least();
            Figure total = figure("west-bank", row, "verified.killed_cum");
            last = total == null ? last : total.least();
        }
        assertThat(days).isEqualTo(735).isEqualTo(sum("sum_verified_killed"));
        assertThat(last).isEqualTo(741).isEqualTo(sum("last_verified_killed_cum"));
        long killed = 0;
        for (JsonNode row : gaza) {
            killed += Objects.requireNonNull(figure("gaza", row, "ext_killed")).least();
        }
        assertThat(killed).isEqualTo(expected.at("/gaza/sum_ext_killed").asLong());
    }

    @Test
    void the_parts_of_a_day_know_their_whole_and_no_part_is_comparable_with_it() {
        int parts = 0;
        for (JsonNode row : gaza) {
            for (String column :
                    List.of("killed_recovered", "killed_succumbed", "killed_truce_new", "killed_committee")) {
                Figure part = figure("gaza", row, column);
                if (part != null) {
                    parts++;
                    assertThat(part.population()).isEqualTo("not-stated");
                    assertThat(part.partOf()).isEqualTo(row.has("killed") ? id("gaza", row, "killed") : null);
                }
            }
        }
        assertThat(parts).isEqualTo(264 + 66 + 455 + 38);
    }

    private static long sum(String name) {
        return expected.at("/west_bank/" + name).asLong();
    }

    private static String name(String source) {
        return source.equals(IDS.publisher().toString())
                ? "the dataset"
                : imported.sent().sources().stream()
                        .filter(one -> one.stream().equals("source/" + source))
                        .findFirst()
                        .orElseThrow()
                        .name();
    }

    /** Keyed: the same column tells the row's file and names a source. */
    private static String id(String territory, JsonNode row, String... name) {
        String day = row.get("report_date").asText();
        return DatasetIds.part(IDS.row(IDS.keyed(territory, day)), "figure", 1, name)
                .toString();
    }

    private static @Nullable Figure figure(String territory, JsonNode row, String... name) {
        return FIGURES.get("figure/" + id(territory, row, name));
    }
}
