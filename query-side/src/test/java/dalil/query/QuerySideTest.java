package dalil.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dalil.events.Fact;
import dalil.events.FactMapper;
import dalil.events.FactSections;
import dalil.events.FactType;
import dalil.events.Facts;
import dalil.events.Protected;
import dalil.events.claim.Claim;
import dalil.events.claim.ClaimValue;
import dalil.events.claim.ClaimValue.Text;
import dalil.events.claim.ClaimValue.Word;
import dalil.events.claim.Occurred;
import dalil.events.claim.Place;
import dalil.events.incident.IncidentFact;
import dalil.ledger.Ledger;
import dalil.ledger.LedgerCase;
import dalil.ledger.LedgerWiring;
import dalil.ledger.NewFact;
import dalil.ledger.sqlite.LedgerFolder;
import dalil.query.facts.FactsTable;
import dalil.query.problem.BadQuestion;
import dalil.query.problem.NotYet;
import dalil.query.question.Moments;
import dalil.query.tally.TallyQuery;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole way: a ledger on disk, the follower, a server. */
@SuppressWarnings("NullAway.Init")
class QuerySideTest {

    private static final String ID = "6f1c2d3e-0000-4000-8000-000000000001";
    private static final String SECRET = "Жашыруун сөз";

    @TempDir
    private Path data;

    private ConfigurableApplicationContext server;
    private Ledger ledger;
    private int port;

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Server {

        @Bean
        Ledger ledger(@Value("${dalil.data}") Path data) {
            LedgerCase of = new LedgerCase(
                    UUID.randomUUID(), "Made up", ZoneId.of("Asia/Bishkek"), List.of("ky"), "example.invalid/log");
            return LedgerFolder.create(
                    data.resolve("ledger"), of, new LedgerWiring(Clock.systemUTC(), new SecureRandom(), failed -> {}));
        }
    }

    @BeforeEach
    void start() {
        server = new SpringApplicationBuilder(Server.class)
                .properties("server.port=0", "dalil.data=" + data, "spring.main.banner-mode=off")
                .run();
        ledger = server.getBean(Ledger.class);
        port = Integer.parseInt(server.getEnvironment().getRequiredProperty("local.server.port"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_reader_sees_what_was_just_recorded_and_nothing_protected() throws Exception {
        long index = report();

        HttpResponse<String> answer = get("/api/tallies?by=month,weapon&atLeast=" + index);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Dalil-Position")).contains(Long.toString(index));
        JsonNode tally = JsonMapper.shared().readTree(answer.body());
        assertThat(tally.get("rule").asString()).isEqualTo("documented/1");
        assertThat(tally.get("total").get("reported").asInt()).isEqualTo(1);
        JsonNode cell = tally.get("cells").get(0);
        assertThat(cell.get("key").get("month").asString()).isEqualTo("2020-10");
        assertThat(cell.get("reported").asInt()).isEqualTo(1);

        HttpResponse<String> records = get(cell.get("records").asString());
        JsonNode entry =
                JsonMapper.shared().readTree(records.body()).get("entries").get(0);
        assertThat(entry.get("id").asString()).isEqualTo(ID);
        assertThat(entry.get("title").asString()).isEqualTo("Аянтта газ колдонулду");
        assertThat(entry.get("time").get("date").asString()).isEqualTo("2020-10-05~");
        assertThat(entry.get("contested").get("weapon")).hasSize(2);
        assertThat(records.body()).doesNotContain(SECRET);
        assertThat(everyText()).doesNotContain(SECRET);
    }

    @Test
    void what_nobody_understands_or_nobody_has_yet_is_refused() {
        TallyQuery tallies = server.getBean(TallyQuery.class);

        assertThatThrownBy(() -> tallies.ask(Map.of("colour", List.of("red"))))
                .isInstanceOfSatisfying(BadQuestion.class, bad -> {
                    assertThat(bad.parameter()).isEqualTo("colour");
                    assertThat(bad.code()).isEqualTo("unknown-parameter");
                });
        assertThatThrownBy(() -> tallies.ask(Map.of("weapon", List.of("baton,sword"))))
                .isInstanceOfSatisfying(
                        BadQuestion.class, bad -> assertThat(bad.code()).isEqualTo("unknown-word"));
        assertThatThrownBy(() -> tallies.ask(Map.of("from", List.of("yesterday"))))
                .isInstanceOfSatisfying(
                        BadQuestion.class, bad -> assertThat(bad.code()).isEqualTo("bad-date"));
        assertThatThrownBy(() -> tallies.ask(Map.of("asOf", List.of("2999-01-01T00:00:00Z"))))
                .isInstanceOf(NotYet.class);
        Moments moments = server.getBean(Moments.class);
        assertThatThrownBy(() -> moments.await(5)).isInstanceOf(NotYet.class);
    }

    private long report() {
        List<Claim> claims = List.of(
                claim("1", "title", new Word("Аянтта газ колдонулду")),
                new Claim("2", "narrative", new Text(Protected.of("source/s", SECRET)), "s", null, null, null, null),
                claim("3", "time", new Occurred("2020-10-05~", null, Protected.of("source/s", SECRET))),
                claim(
                        "4",
                        "place",
                        new Place(
                                List.of("KG", "Бишкек"),
                                "exact",
                                null,
                                Protected.of("source/s", new Place.Spot(SECRET, "42.8", "74.6")))));
        IncidentFact.ForceUse force = new IncidentFact.ForceUse(
                "6f1c2d3e-0000-4000-8000-000000000002",
                List.of(claim("5", "weapon", new Word("baton")), claim("6", "weapon", new Word("firearm"))));
        return append(new IncidentFact.Reported(ID, claims, List.of(force)));
    }

    private static Claim claim(String id, String attribute, ClaimValue value) {
        return new Claim(id, attribute, value, "s", null, null, null, null);
    }

    private long append(Fact fact) {
        FactSections sections = new FactMapper(Facts.CATALOGUE).write(fact);
        FactType type = Facts.CATALOGUE.of(fact.getClass());
        ledger.append(
                List.of(new NewFact(
                        UUID.randomUUID().toString(),
                        Instant.parse("2020-10-06T00:00:00Z"),
                        type.name(),
                        type.revision(),
                        "incident/" + ID,
                        0,
                        sections.payload(),
                        sections.sealed(),
                        Map.of("actor", "recorder"))),
                null);
        return ledger.size() - 1;
    }

    private String everyText() {
        return server.getBean(FactsTable.class).read(FactsTable.NOTHING, connection -> {
            StringBuilder text = new StringBuilder();
            for (String table : List.of("incident", "force_use", "word", "listing")) {
                try (Statement statement = connection.createStatement();
                        ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
                    while (rows.next()) {
                        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                            text.append(rows.getString(i)).append('\n');
                        }
                    }
                }
            }
            assertThat(text).contains("Аянтта газ колдонулду");
            return text.toString();
        });
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
