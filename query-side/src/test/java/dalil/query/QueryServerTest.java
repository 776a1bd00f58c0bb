package dalil.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dalil.events.Protected;
import dalil.events.claim.Claim;
import dalil.events.claim.ClaimValue;
import dalil.events.claim.ClaimValue.Text;
import dalil.events.claim.ClaimValue.Word;
import dalil.events.claim.Occurred;
import dalil.events.claim.Place;
import dalil.events.claim.Place.Spot;
import dalil.events.incident.IncidentFact;
import dalil.events.incident.IncidentFact.ForceUse;
import dalil.events.source.SourceFact;
import dalil.ledger.Ledger;
import dalil.query.format.FailingExport;
import dalil.query.wire.TestLedger;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole read side behind a real port, over a real ledger. */
final class QueryServerTest {

    private static final String SOURCE = "6f1c2d3e-0000-4000-8000-000000000002";
    private static final String TITLE = "Көз жашын агызуучу газ 😀, \"кезектеги\"\r\nэкинчи сап";
    private static final String SECRET = "Кылмышка күбө Айгүл";
    private static final int INCIDENTS = 1_203; // more than a page holds
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static @Nullable TestLedger ledger;
    private static @Nullable ConfigurableApplicationContext server;
    private static String base = "";

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(FailingExport.class)
    static class Server {}

    @BeforeAll
    static void start(@TempDir Path folder) {
        TestLedger filled = new TestLedger(folder.resolve("ledger"));
        ledger = filled;
        fill(filled);
        ConfigurableApplicationContext started = new SpringApplicationBuilder(Server.class)
                .web(WebApplicationType.SERVLET)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean(
                                Ledger.class, () -> filled.ledger, definition -> definition.setDestroyMethodName("")))
                .properties(Map.of(
                        "server.port", "0",
                        "server.address", "127.0.0.1",
                        "dalil.data", folder.toString(),
                        "spring.main.banner-mode", "off",
                        "logging.level.root", "warn"))
                .run();
        server = started;
        base = "http://127.0.0.1:" + started.getEnvironment().getProperty("local.server.port");
    }

    private static void fill(TestLedger ledger) {
        ledger.append(
                "source/" + SOURCE,
                new SourceFact.Registered(
                        SOURCE,
                        "newspaper-write-up",
                        null,
                        "self",
                        Protected.of("source/" + SOURCE, "Ойдон чыгарылган гезит"),
                        null,
                        null,
                        null));
        List<IncidentFact> facts = new ArrayList<>();
        facts.add(incident(
                0,
                TITLE,
                new Place(List.of("KG", "Bishkek"), "vicinity", new Spot("a square", "42.8760", "74.6036"), null)));
        facts.add(incident(
                1,
                "=HYPERLINK(\"http://example.invalid\")",
                new Place(List.of("US"), "vicinity", new Spot(null, "44.9", "-93.26"), null)));
        facts.add(incident(
                2,
                "At home (invented)",
                new Place(
                        List.of("KG"),
                        "exact",
                        null,
                        Protected.of("source/" + SOURCE, new Spot(SECRET, "42.1", "74.1")))));
        for (int i = 3; i < INCIDENTS; i++) {
            facts.add(incident(i, "invented " + i, new Place(List.of("KG"), "country", null, null)));
        }
        Map<String, IncidentFact> streams = new LinkedHashMap<>();
        facts.forEach(fact -> streams.put("incident/" + id(streams.size()), fact));
        ledger.begin(streams);
    }

    private static IncidentFact.Reported incident(int number, String title, Place place) {
        return new IncidentFact.Reported(
                id(number),
                List.of(
                        claim("title", new Word(title)),
                        claim("narrative", new Text(Protected.of("source/" + SOURCE, SECRET))),
                        claim("time", new Occurred("2020-10-05", null, null)),
                        claim("place", place)),
                List.of(new ForceUse(
                        new UUID(7, number).toString(),
                        List.of(claim("weapon", new Word(number % 2 == 0 ? "baton" : "firearm"))))));
    }

    private static Claim claim(String attribute, ClaimValue value) {
        return new Claim(UUID.randomUUID().toString(), attribute, value, SOURCE, null, null, null, null);
    }

    private static String id(int number) {
        return new UUID(1, number).toString();
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
        if (ledger != null) {
            ledger.close();
        }
    }

    @Test
    void the_timeline_as_csv_holds_all_pages_and_every_text_as_recorded() throws Exception {
        HttpResponse<String> csv = get("/api/timeline?format=csv&atLeast=" + INCIDENTS);

        assertThat(csv.statusCode()).isEqualTo(200);
        assertThat(header(csv, "Content-Type")).isEqualToIgnoringCase("text/csv;charset=utf-8");
        assertThat(header(csv, "Content-Disposition"))
                .isEqualTo("attachment; filename=\"dalil-timeline-incidents-index-" + INCIDENTS + ".csv\"");
        assertThat(header(csv, "Dalil-Position")).isEqualTo("" + INCIDENTS);
        assertThat(header(csv, "Cache-Control")).isEqualTo("no-store");
        List<CSVRecord> rows = rows(csv.body());
        assertThat(rows.stream().map(row -> row.get("id")).distinct()).hasSize(INCIDENTS);
        assertThat(row(rows, 0).get("title")).isEqualTo(TITLE);
        assertThat(row(rows, 0).get("escaped")).isEmpty();
        assertThat(row(rows, 1).get("title")).startsWith("'=HYPERLINK");
        assertThat(row(rows, 1).get("escaped")).isEqualTo("title");
        assertThat(row(rows, 1).get("lon")).isEqualTo("-93.26");
        assertThat(csv.body()).doesNotContain(SECRET);
    }

    @Test
    void a_limit_ends_the_file() throws Exception {
        assertThat(rows(get("/api/timeline?format=csv&limit=7").body())).hasSize(7);
    }

    @Test
    void the_timeline_as_geojson_holds_every_unit_and_only_open_points() throws Exception {
        HttpResponse<String> answer = get("/api/timeline?format=geojson&atLeast=" + INCIDENTS);

        assertThat(header(answer, "Content-Type")).isEqualTo("application/geo+json");
        assertThat(header(answer, "Content-Disposition")).endsWith("-index-" + INCIDENTS + ".geojson\"");
        assertThat(answer.body()).contains("\"coordinates\":[74.6036,42.8760]").doesNotContain(SECRET);
        JsonNode collection = JsonMapper.shared().readTree(answer.body());
        assertThat(collection.get("features").size()).isEqualTo(INCIDENTS);
        Set<String> placed = new HashSet<>();
        for (JsonNode feature : collection.get("features")) {
            if (!feature.get("geometry").isNull()) {
                placed.add(feature.get("id").stringValue());
            }
        }
        assertThat(placed).containsExactlyInAnyOrder(id(0), id(1));
    }

    @Test
    void a_tally_as_csv_names_rule_and_index_in_every_row() throws Exception {
        HttpResponse<String> csv = get("/api/tallies?of=force-uses&by=weapon&format=csv&atLeast=" + INCIDENTS);

        assertThat(csv.statusCode()).isEqualTo(200);
        assertThat(header(csv, "Content-Disposition")).contains("dalil-tally-force-uses-index-" + INCIDENTS + ".csv");
        List<CSVRecord> rows = rows(csv.body());
        assertThat(rows).hasSize(2).allSatisfy(row -> {
            assertThat(row.get("rule")).isEqualTo("documented/1");
            assertThat(row.get("index")).isEqualTo("" + INCIDENTS);
        });
        assertThat(rows.stream()
                        .mapToInt(row -> Integer.parseInt(row.get("reported")))
                        .sum())
                .isEqualTo(INCIDENTS);
    }

    @Test
    void half_an_export_never_looks_whole() throws Exception {
        HttpResponse<String> early = get("/api/failing?after=1");
        problem(500, "internal", early);
        assertThat(header(early, "Content-Disposition")).isEmpty();

        assertThatThrownBy(() -> get("/api/failing?after=100000")).isInstanceOf(IOException.class);
    }

    @Test
    void json_may_be_asked_for_by_name() throws Exception {
        assertThat(get("/api/timeline?format=json&limit=2&asOf=9").body())
                .isEqualTo(get("/api/timeline?limit=2&asOf=9").body());
    }

    @Test
    void records_and_vocabularies_are_answered() throws Exception {
        assertThat(get("/api/incidents/" + id(0) + "?atLeast=1").statusCode()).isEqualTo(200);
        assertThat(get("/api/incidents/" + id(0) + "/history").statusCode()).isEqualTo(200);
        assertThat(get("/api/sources/" + SOURCE).statusCode()).isEqualTo(200);
        assertThat(get("/api/vocabularies/weapon?language=ky").body()).contains("\"reviewed\":");
    }

    @Test
    void the_front_page_counts() throws Exception {
        get("/api/timeline?limit=1&atLeast=" + INCIDENTS);

        HttpResponse<String> page = get("/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(header(page, "Content-Type")).isEqualToIgnoringCase("text/html;charset=utf-8");
        assertThat(header(page, "Content-Security-Policy")).startsWith("default-src 'none'");
        assertThat(page.body())
                .contains("Incidents</th><td class=\"n\">" + INCIDENTS + "<")
                .contains("Uses of force</th><td class=\"n\">" + INCIDENTS + "<")
                .contains("Sources</th><td class=\"n\">1<")
                .doesNotContain(SECRET);
    }

    @Test
    void what_cannot_be_answered_is_a_problem() throws Exception {
        problem(400, "unknown-word", get("/api/timeline?format=xml"));
        problem(400, "unknown-word", get("/api/tallies?of=incidents&by=day&format=geojson"));
        problem(400, "repeated-parameter", get("/api/timeline?format=csv&format=csv"));
        problem(400, "unknown-parameter", get("/api/timeline?format=csv&wepon=baton"));
        problem(400, "unknown-parameter", get("/api/incidents/" + id(0) + "?wepon=baton"));
        problem(400, "bad-date", get("/api/incidents/" + id(0) + "?asOf=2020-10-05T"));
        problem(400, "malformed-id", get("/api/incidents/1"));
        problem(404, "unknown-id", get("/api/incidents/" + SOURCE));
        problem(404, "unknown-path", get("/api/nonsense"));
        problem(405, "method-not-allowed", ask("DELETE", "/api/sources/" + SOURCE, "*/*"));
        problem(406, "not-acceptable", ask("GET", "/api/sources/" + SOURCE, "application/pdf"));
    }

    private static void problem(int status, String code, HttpResponse<String> answer) {
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
    }

    private static CSVRecord row(List<CSVRecord> rows, int number) {
        return rows.stream()
                .filter(row -> row.get("id").equals(id(number)))
                .findFirst()
                .orElseThrow();
    }

    private static List<CSVRecord> rows(String csv) throws IOException {
        try (CSVParser parser = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(csv))) {
            return parser.getRecords();
        }
    }

    private static String header(HttpResponse<?> answer, String name) {
        return String.join("|", answer.headers().allValues(name));
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return ask("GET", path, "*/*");
    }

    private static HttpResponse<String> ask(String method, String path, String accept) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .header("Accept", accept)
                .build();
        return CLIENT.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    }
}
