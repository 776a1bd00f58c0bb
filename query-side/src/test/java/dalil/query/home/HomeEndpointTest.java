package dalil.query.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.setup.MockMvcBuilders.standaloneSetup;

import dalil.events.Protected;
import dalil.events.dataset.DatasetFact;
import dalil.events.source.SourceFact;
import dalil.query.facts.LedgerFacts;
import dalil.query.fixture.MemoryFacts;
import dalil.query.fixture.Register;
import dalil.query.home.UnitCounts.Counted;
import dalil.query.wire.TestLedger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
    private Register register;

    @BeforeEach
    void open(@TempDir Path folder) {
        ledger = new TestLedger(folder.resolve("ledger"));
        register = new Register(folder.resolve("facts"), new LedgerFacts(ledger.ledger), 10);
    }

    @AfterEach
    void close() {
        register.close();
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
        ledger.append("dataset/d", listing("2020-09-30", List.of("1", "2", "3", "4", "5"), List.of()));
        assertThat(page(new Counted(7, 9, 5, 2)))
                .contains("<tr><th scope=\"row\">Incidents</th><td class=\"n\">7</td></tr>")
                .contains("<tr><th scope=\"row\">Uses of force</th><td class=\"n\">9</td></tr>")
                .contains("<tr><th scope=\"row\">Sources</th><td class=\"n\">2</td></tr>")
                .contains("<bdi>invented</bdi></a>: 5 records listed, as of 2020-09-30")
                .contains("index 2");
    }

    @Test
    void a_later_listing_counts_on_from_the_one_before() {
        ledger.append("dataset/d", listing("2020-09-30", List.of("1", "2", "3", "4", "5"), List.of()));
        Census census = new Census(register.catchUp().table());
        assertThat(census.count(0).datasets().get(0).listed()).isEqualTo(5);

        ledger.append("dataset/d", listing("2020-10-19", List.of("6", "7"), List.of("2")));
        register.catchUp();

        assertThat(census.count(1).datasets()).containsExactly(new Holdings.Dataset("d", "invented", "2020-10-19", 6));
        assertThat(census.count(0).datasets()).containsExactly(new Holdings.Dataset("d", "invented", "2020-09-30", 5));
    }

    @Test
    void after_a_start_all_is_counted_without_any_fact_being_read(@TempDir Path folder) {
        MemoryFacts facts = new MemoryFacts();
        for (String id : List.of("a", "b", "c")) {
            facts.add("source/" + id, source(id), "recorder");
        }
        facts.add("dataset/d", listing("2020-09-30", List.of("1"), List.of()), "importer");
        try (Register first = new Register(folder, facts, 10)) {
            assertThat(first.table().position()).isEqualTo(3);
        }
        facts.failWith(new IllegalStateException("the ledger was read"));

        try (Register again = new Register(folder, facts, 10)) {
            assertThat(new Census(again.table()).count(3))
                    .isEqualTo(new Census.Count(3, List.of(new Holdings.Dataset("d", "invented", "2020-09-30", 1))));
            assertThat(new Census(again.table()).count(1)).isEqualTo(new Census.Count(2, List.of()));
        }
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
        return standaloneSetup(
                        new HomeEndpoint(ledger.ledger, register.catchUp().table(), () -> Optional.of(counted)))
                .build()
                .perform(get("/").accept(MediaType.TEXT_HTML))
                .andReturn()
                .getResponse();
    }

    private static SourceFact source(String id) {
        return new SourceFact.Registered(
                id, "website", null, SourceFact.ORIGIN_UNKNOWN, Protected.of("source/" + id, "n"), null, null, null);
    }

    private static DatasetFact listing(String asOf, List<String> added, List<String> noLonger) {
        return new DatasetFact.Listed(
                "d", "invented", asOf, null, "p", "00", List.of(), added.size(), 0, added, noLonger, 1, 1);
    }
}
