package dalil.query.home;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.query.home.Holdings.Dataset;
import dalil.query.page.PlainPage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class HomePageTest {

    private static final int PORT = 8080;
    private static final String HOSTILE = "<script>alert('1')</script> \"&' ң 😀";

    @Test
    void says_what_is_held_and_up_to_where() {
        assertThat(page("Окуялар, 5-октябрь 2020", 41, Instant.parse("2020-10-05T15:00:00.123Z"), List.of()))
                .contains("<bdi>Окуялар, 5-октябрь 2020</bdi>")
                .contains("<td class=\"n\">1340</td>")
                .contains("<td class=\"n\">1512</td>")
                .contains("<td class=\"n\">977</td>")
                .contains("index 41")
                .contains("2020-10-05T15:00:00.123Z")
                .contains("Asia/Bishkek")
                .contains("curl -sS localhost:8080/api/incidents")
                .contains("None imported.");
    }

    @Test
    void says_how_far_it_has_counted_while_it_is_behind() {
        ZoneId zone = ZoneId.of("Asia/Bishkek");

        assertThat(HomePage.of(new Holdings("x", zone, 1, 1, 1, 1, 12, 41, null, List.of()), PORT))
                .contains("Still counting: up to index 12.");
        assertThat(HomePage.of(new Holdings("x", zone, 1, 1, 1, 1, 41, 41, null, List.of()), PORT))
                .doesNotContain("Still counting");
    }

    @Test
    void warns_that_it_is_not_for_the_data_of_real_people() {
        assertThat(page("x", -1, null, List.of()))
                .contains("Not for the data of real people yet")
                .contains("not\nencrypted");
    }

    @Test
    void escapes_every_value() {
        String page = page(HOSTILE, 0, null, List.of(new Dataset(HOSTILE, HOSTILE, HOSTILE, 1)));

        assertThat(page).doesNotContain("<script").doesNotContain("alert('1')").doesNotContain("\"&'");
        assertThat(page).contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &quot;&amp;&#39; ң 😀");
    }

    @Test
    void loads_nothing_and_runs_nothing() {
        assertThat(page("x", 0, null, List.of()))
                .doesNotContain("<script")
                .doesNotContain("src=")
                .doesNotContain("<link")
                .doesNotContainPattern("\\son[a-z]+=")
                .doesNotContain("style=\"");
        assertThat(PlainPage.POLICY)
                .startsWith("default-src 'none'; style-src 'sha256-")
                .doesNotContain("unsafe");
    }

    @Test
    void stays_small_however_many_datasets_there_are() {
        List<Dataset> many = Collections.nCopies(500, new Dataset("a".repeat(36), "ң".repeat(100), "2020-10-05", 1));

        String page = page("x", 0, null, many);

        assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(30_000);
        assertThat(page).contains("And 480 more.");
    }

    private static String page(String name, long position, @Nullable Instant recorded, List<Dataset> datasets) {
        return HomePage.of(
                new Holdings(
                        name, ZoneId.of("Asia/Bishkek"), 1340, 1512, 12, 977, position, position, recorded, datasets),
                PORT);
    }
}
