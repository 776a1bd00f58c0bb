package dalil.events.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The string lists of two public EDTF implementations, counted against the expectation that came with them. */
class EdtfVectorsTest {

    private static final Path FOLDER = Path.of("../../shared/data/vectors/edtf");
    private static final String UNT = "from_unt_libraries_edtf_validate";
    private static final String WIKI = "from_ProfessionalWiki_EDTF_valid_only";
    private static final Pattern DATE_TIME = Pattern.compile(".*[0-9]T[0-9].*");
    private static final Pattern LONG_YEAR = Pattern.compile("Y-?[0-9]{5,}");

    private static JsonNode cases;
    private static JsonNode counts;

    @BeforeAll
    static void read() throws IOException {
        if (!Files.isRegularFile(FOLDER.resolve("edtf-cases.json"))) {
            System.out.println("Skipped: no EDTF vectors in " + FOLDER);
        }
        assumeTrue(Files.isRegularFile(FOLDER.resolve("edtf-cases.json")), "no EDTF vectors in " + FOLDER);
        ObjectMapper json = new ObjectMapper();
        cases = json.readTree(FOLDER.resolve("edtf-cases.json").toFile());
        counts = json.readTree(FOLDER.resolve("expected.json").toFile());
    }

    @Test
    void the_lists_are_the_expected_ones() {
        counts.get("counts")
                .properties()
                .forEach(list -> assertThat(list(UNT, list.getKey()))
                        .as(list.getKey())
                        .hasSize(list.getValue().asInt()));
        counts.get("counts_loc")
                .properties()
                .forEach(list -> assertThat(list(WIKI, list.getKey()))
                        .as(list.getKey())
                        .hasSize(list.getValue().asInt()));
    }

    @Test
    void parses_levels_0_and_1_and_refuses_their_date_times_and_long_years_saying_so() {
        int parsed = 0;
        int dateTimes = 0;
        int longYears = 0;
        for (String text : levels0And1()) {
            if (DATE_TIME.matcher(text).matches()) {
                assertThatThrownBy(() -> Edtf.parse(text))
                        .as(text)
                        .isExactlyInstanceOf(IllegalArgumentException.class)
                        .hasMessage("a date has no hours in it; hours go in timeOfDay");
                dateTimes++;
            } else if (LONG_YEAR.matcher(text).matches()) {
                assertThatThrownBy(() -> Edtf.parse(text))
                        .as(text)
                        .isExactlyInstanceOf(IllegalArgumentException.class)
                        .hasMessage("a year has four digits here, from -9999 to 9999, and no letter before it");
                longYears++;
            } else {
                Edtf edtf = Edtf.parse(text);
                assertThat(edtf.text()).isEqualTo(text);
                assertThat(edtf.isInterval()).as(text).isEqualTo(text.contains("/"));
                assertThat(edtf.approximate()).as(text).isEqualTo(text.contains("~") || text.contains("%"));
                assertThat(edtf.uncertain()).as(text).isEqualTo(text.contains("?") || text.contains("%"));
                parsed++;
            }
        }
        // 9 date-times and 2 long years, each in one spelling; a list that shrinks must not pass in silence
        assertThat(List.of(dateTimes, longYears)).containsExactly(9, 2);
        assertThat(parsed).isGreaterThanOrEqualTo(75);
    }

    @Test
    void refuses_every_date_time() {
        for (String text : list(UNT, "invalid_edtf_datetimes")) {
            assertThatThrownBy(() -> Edtf.parse(text)).as(text).hasMessageContaining("timeOfDay");
        }
    }

    @Test
    void refuses_what_is_only_of_level_2() {
        Set<String> lower = levels0And1();
        Set<String> level2 = new LinkedHashSet<>(list(UNT, "Level2"));
        level2.addAll(list(UNT, "L2_Intervals"));
        level2.addAll(list(WIKI, "level2"));
        level2.removeAll(lower);
        assertThat(level2).hasSizeGreaterThan(110).allSatisfy(EdtfVectorsTest::isRefused);
    }

    @Test
    void refuses_every_invalid_date_and_interval() {
        assertThat(list(UNT, "invalid_edtf_dates")).allSatisfy(EdtfVectorsTest::isRefused);
        assertThat(list(UNT, "invalid_edtf_intervals")).allSatisfy(EdtfVectorsTest::isRefused);
    }

    @Test
    void takes_of_the_mixed_sample_exactly_what_is_of_levels_0_and_1() {
        Set<String> expected = new LinkedHashSet<>(levels0And1());
        expected.removeIf(text ->
                DATE_TIME.matcher(text).matches() || LONG_YEAR.matcher(text).matches());
        expected.addAll(List.of("-0044", "-0100", "02XX", "0658?", "0738?", "1530?", "1591-08-31", "1896-01-23"));
        expected.addAll(List.of("1928-10-30", "1985-07-09", "1520-06", "1520", "1985-04-12?", "1985-04?", "1985~"));
        expected.addAll(List.of("1986-04/", "1984?/2004%", "1984-01-02~/2004-06-04", "1984~/..", "../1985-04-12?"));
        expected.add("1985-04-12~/");
        for (String text : list(WIKI, "luxSample")) {
            if (expected.contains(text)) {
                assertThat(Edtf.parse(text).text()).isEqualTo(text);
            } else {
                isRefused(text);
            }
        }
    }

    private static void isRefused(String text) {
        assertThatThrownBy(() -> Edtf.parse(text))
                .as("'%s'", text)
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("(?s).{15,}");
    }

    private static Set<String> levels0And1() {
        Set<String> all = new LinkedHashSet<>();
        for (String name : List.of("Level0", "Level1", "L0_Intervals", "L1_Intervals")) {
            all.addAll(list(UNT, name));
        }
        all.addAll(list(WIKI, "level0"));
        all.addAll(list(WIKI, "level1"));
        return all;
    }

    private static List<String> list(String origin, String name) {
        List<String> texts = new ArrayList<>();
        cases.get(origin).get(name).forEach(node -> texts.add(node.asText()));
        return texts;
    }
}
