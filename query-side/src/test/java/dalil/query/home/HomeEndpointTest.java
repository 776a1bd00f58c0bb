package dalil.query.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.setup.MockMvcBuilders.standaloneSetup;

import dalil.events.Protected;
import dalil.events.dataset.DatasetFact;
import dalil.events.source.SourceFact;
import dalil.query.home.UnitCounts.Counted;
import dalil.query.wire.TestLedger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;

final class HomeEndpointTest {

    private TestLedger ledger;

    @BeforeEach
    void open(@TempDir Path folder) {
        ledger = new TestLedger(folder);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void an_empty_register_has_a_page_too() throws Exception {
        assertThat(page(new Counted(0, 0, 0, -1)))
                .contains("Ойдон чыгарылган &lt;иш&gt;")
                .contains("<td class=\"n\">none</td>")
                .doesNotContain("Still counting");
    }

    @Test
    void counts_sources_and_datasets_as_they_come() throws Exception {
        ledger.append("source/a", source("a"));
        ledger.append("source/b", source("b"));
        ledger.append("dataset/d", listing("2020-09-30", 5, 0));
        assertThat(page(new Counted(7, 9, 5, 2)))
                .contains("<tr><th scope=\"row\">Incidents</th><td class=\"n\">7</td></tr>")
                .contains("<tr><th scope=\"row\">Uses of force</th><td class=\"n\">9</td></tr>")
                .contains("<tr><th scope=\"row\">Sources</th><td class=\"n\">2</td></tr>")
                .contains("<bdi>invented</bdi></a>: 5 records listed, as of 2020-09-30")
                .contains("index 2");
    }

    @Test
    void a_later_listing_counts_on_from_the_one_before() {
        ledger.append("dataset/d", listing("2020-09-30", 5, 0));
        Census census = new Census(ledger.ledger, TestLedger.MAPPER, 100);
        assertThat(census.count().datasets().get(0).listed()).isEqualTo(5);

        ledger.append("dataset/d", listing("2020-10-19", 2, 1));

        assertThat(census.count().datasets()).containsExactly(new Holdings.Dataset("d", "invented", "2020-10-19", 6));
    }

    @Test
    void no_reader_waits_for_a_large_ledger_to_be_counted() {
        for (String id : List.of("a", "b", "c")) {
            ledger.append("source/" + id, source(id));
        }
        Census census = new Census(ledger.ledger, TestLedger.MAPPER, 2);

        assertThat(census.count())
                .extracting(Census.Count::position, Census.Count::sources)
                .containsExactly(1L, 2L);
        assertThat(census.count())
                .extracting(Census.Count::position, Census.Count::sources)
                .containsExactly(2L, 3L);
    }

    @Test
    void the_page_may_load_and_run_nothing() throws Exception {
        MockHttpServletResponse response = ask(new Counted(0, 0, 0, -1));

        assertThat(response.getContentType()).isEqualToIgnoringCase("text/html;charset=utf-8");
        assertThat(response.getHeader("Content-Security-Policy")).startsWith("default-src 'none'; style-src 'sha256-");
        assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(response.getContentAsByteArray()).hasSizeLessThan(30_000);
    }

    private String page(Counted counted) throws Exception {
        return ask(counted).getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse ask(Counted counted) throws Exception {
        return standaloneSetup(new HomeEndpoint(ledger.ledger, TestLedger.MAPPER, () -> Optional.of(counted)))
                .build()
                .perform(get("/").accept(MediaType.TEXT_HTML))
                .andReturn()
                .getResponse();
    }

    private static SourceFact source(String id) {
        return new SourceFact.Registered(
                id, "website", null, SourceFact.ORIGIN_UNKNOWN, Protected.of("source/" + id, "n"), null, null, null);
    }

    private static DatasetFact listing(String asOf, int added, int noLonger) {
        return new DatasetFact.Listed(
                "d",
                "invented",
                asOf,
                null,
                "p",
                "00",
                List.of(),
                added,
                0,
                Collections.nCopies(added, "x"),
                Collections.nCopies(noLonger, "x"),
                1,
                1);
    }
}
