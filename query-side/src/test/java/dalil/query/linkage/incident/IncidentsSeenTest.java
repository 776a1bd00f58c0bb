package dalil.query.linkage.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.events.Fact;
import dalil.events.Protected;
import dalil.events.claim.Claim;
import dalil.events.claim.ClaimValue;
import dalil.events.claim.ClaimValue.Text;
import dalil.events.claim.ClaimValue.Word;
import dalil.events.claim.Occurred;
import dalil.events.claim.Place;
import dalil.events.dataset.DatasetFact;
import dalil.events.incident.IncidentFact;
import dalil.events.incident.IncidentFact.ForceUse;
import dalil.query.problem.ReadProblems;
import dalil.query.wire.KnownParameters;
import dalil.query.wire.TestLedger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class IncidentsSeenTest {

    /** By hand: -Ddalil.incidents=100000 prints how long it takes to find candidates among so many. */
    private static final int INCIDENTS = Integer.getInteger("dalil.incidents", 1_000) + 1;

    private static final String ONE = new UUID(1, 1).toString();
    private static final String SAME = new UUID(1, 2).toString();
    private static final String OTHER = new UUID(1, 3).toString();
    private static final String STREAM = "incident/";

    @SuppressWarnings("NullAway.Init")
    private TestLedger ledger;

    @SuppressWarnings("NullAway.Init")
    private MockMvc server;

    @BeforeEach
    void open(@TempDir Path folder) {
        ledger = new TestLedger(folder.resolve("ledger"));
        server = MockMvcBuilders.standaloneSetup(new IncidentCandidatesEndpoint(ledger.ledger, TestLedger.MAPPER))
                .setControllerAdvice(new ReadProblems())
                .addInterceptors(new KnownParameters())
                .build();
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private static Claim claim(String attribute, ClaimValue value) {
        return new Claim(UUID.randomUUID().toString(), attribute, value, "source", null, null, null, null);
    }

    private static IncidentFact.Reported incident(String id, String title, String day, Place place) {
        return new IncidentFact.Reported(
                id,
                List.of(
                        claim("title", new Word(title)),
                        claim("narrative", new Text(Protected.of("source/s", "Жашыруун: " + title))),
                        claim("time", new Occurred(day, null, null)),
                        claim("place", place)),
                List.of(new ForceUse("f" + id, List.of(claim("weapon", new Word("water-cannon"))))));
    }

    private static Place place(String settlement, String lat, String lon) {
        return new Place(List.of("KG", "Чүй", "", settlement), "vicinity", new Place.Spot(null, lat, lon), null);
    }

    private void report(String id, String title, String day, Place place) {
        ledger.append(STREAM + id, incident(id, title, day, place));
    }

    private void listed(String dataset, String... ids) {
        ledger.append(
                "dataset/" + UUID.nameUUIDFromBytes(dataset.getBytes(StandardCharsets.UTF_8)),
                new DatasetFact.Listed(
                        dataset,
                        dataset,
                        "2020-10-19",
                        null,
                        "p",
                        "00",
                        List.of(),
                        1,
                        0,
                        List.of(ids),
                        List.of(),
                        1,
                        1));
    }

    private void threeIncidents() {
        report(ONE, "Суу чачкыч менен аянттагы эл таратылды", "2020-10-05", place("Бишкек", "42.8760", "74.6036"));
        report(SAME, "Suu chachkych menen el ayanttan taratyldy", "2020-10-06", place("Bishkek", "42.8790", "74.6036"));
        report(OTHER, "Кабарчынын камерасы алынды", "2020-10-05", place("Ош", "40.5283", "72.7985"));
    }

    private MockHttpServletResponse ask(String path) throws Exception {
        return server.perform(MockMvcRequestBuilders.get(path)).andReturn().getResponse();
    }

    private JsonNode read(String path) throws Exception {
        MockHttpServletResponse response = ask(path);
        assertThat(response.getStatus()).as(path).isEqualTo(200);
        return JsonMapper.shared().readTree(response.getContentAsByteArray());
    }

    private String problem(String path) throws Exception {
        return JsonMapper.shared()
                .readTree(ask(path).getContentAsByteArray())
                .get("code")
                .asString();
    }

    @Test
    void one_incident_in_two_scripts_meets_with_reasons_that_hold_no_content() throws Exception {
        threeIncidents();

        JsonNode found = read("/api/incidents/" + ONE + "/candidates");
        assertThat(found.get("index").longValue()).isEqualTo(2);
        assertThat(found.get("candidates")).hasSize(1);
        assertThat(found.at("/candidates/0/id").asString()).isEqualTo(SAME);
        assertThat(found.at("/candidates/0/score").asString()).matches("0\\.[0-9]{1,3}");
        assertThat(found.at("/candidates/0/why").toString())
                .contains("1 day apart", "within 750 m", "words of the shorter text")
                .doesNotContainIgnoringCase("суу")
                .doesNotContainIgnoringCase("suu")
                .doesNotContainIgnoringCase("бишкек")
                .doesNotContain("42.8");
        assertThat(problem("/api/incidents/" + new UUID(9, 9) + "/candidates")).isEqualTo("unknown-id");
        assertThat(problem("/api/incidents/" + ONE + "/candidates?above=2")).isEqualTo("bad-number");
    }

    @Test
    void what_is_dated_by_the_year_or_not_at_all_is_looked_for_by_place() throws Exception {
        report(ONE, "Суу чачкыч менен аянттагы эл таратылды", "2020", place("Бишкек", "42.8760", "74.6036"));
        report(SAME, "Аянттагы эл суу чачкыч менен таратылды", "2020-10-06", place("Бишкек", "42.8790", "74.6036"));
        report(OTHER, "Суу чачкыч менен аянттагы эл таратылды", "../..", place("Бишкек", "42.8760", "74.6036"));

        for (String id : List.of(ONE, SAME, OTHER)) {
            assertThat(read("/api/incidents/" + id + "/candidates?above=0.5").get("candidates"))
                    .as(id)
                    .hasSize(2);
        }
    }

    @Test
    void what_is_retracted_or_corrected_is_followed() throws Exception {
        threeIncidents();
        String path = "/api/incidents/" + ONE + "/candidates";
        assertThat(read(path).get("candidates")).hasSize(1);
        ledger.append(STREAM + SAME, new IncidentFact.Retracted(Protected.of(STREAM + SAME, "ката")));
        assertThat(read(path).get("candidates")).isEmpty();
        ledger.append(
                STREAM + OTHER,
                new IncidentFact.ClaimAdded(null, claim("title", new Word("Суу чачкыч менен эл аянттан таратылды"))),
                new IncidentFact.ClaimAdded(null, claim("place", place("Бишкек", "42.8761", "74.6036"))));
        assertThat(read(path + "?above=0.5").at("/candidates/0/id").asString()).isEqualTo(OTHER);
    }

    @Test
    void what_was_decided_is_not_told_again() throws Exception {
        threeIncidents();
        String one = "/api/incidents/" + ONE + "/candidates";
        String same = "/api/incidents/" + SAME + "/candidates";
        ledger.append(STREAM + SAME, new IncidentFact.CandidateNoted(ONE, "0.9"));
        assertThat(read(one).get("candidates")).hasSize(1);
        assertThat(read(same).get("candidates")).hasSize(1);

        ledger.append(
                STREAM + SAME, new IncidentFact.CandidateDismissed(ONE, Protected.of(STREAM + SAME, "эки башка")));
        assertThat(read(one).get("candidates")).isEmpty();
        assertThat(read(same).get("candidates")).isEmpty();

        ledger.append(STREAM + ONE, new IncidentFact.CandidateNoted(SAME, null));
        ledger.append(STREAM + SAME, new IncidentFact.CandidateNoted(ONE, null));
        assertThat(read(one).get("candidates")).hasSize(1);

        ledger.append(STREAM + SAME, new IncidentFact.MergedInto(ONE, Protected.of(STREAM + SAME, "бир эле")));
        assertThat(read(one).get("candidates")).isEmpty();
        assertThat(read(same).get("candidates")).isEmpty();

        ledger.append(STREAM + SAME, new IncidentFact.Unmerged(Protected.of(STREAM + SAME, "жаңылыштык")));
        assertThat(read(one).get("candidates")).hasSize(1);
    }

    @Test
    void a_place_known_exactly_is_not_measured() throws Exception {
        Place.Spot spot = new Place.Spot("Үй", "42.8760", "74.6036");
        report(
                ONE,
                "Суу чачкыч менен аянттагы эл таратылды",
                "2020-10-05",
                new Place(List.of("KG", "Чүй", "", "Бишкек"), "exact", null, Protected.of("source/s", spot)));
        report(SAME, "Суу чачкыч менен аянттагы эл таратылды", "2020-10-05", place("Бишкек", "42.8760", "74.6036"));

        assertThat(read("/api/incidents/" + ONE + "/candidates").toString())
                .contains("the places agree down to level 4")
                .doesNotContain("the points are");
    }

    @Test
    void two_that_one_publisher_lists_are_less_likely_the_same_but_may_be() throws Exception {
        threeIncidents();
        String path = "/api/incidents/" + ONE + "/candidates?above=0.05";
        double before = read(path).at("/candidates/0/score").asDouble();
        listed("a", ONE, SAME);

        JsonNode after = read(path);
        assertThat(after.at("/candidates/0/score").asDouble()).isBetween(0.05, before - 0.01);
        assertThat(after.at("/candidates/0/why").toString()).contains("one publisher lists both");
    }

    @Test
    void all_pairs_of_two_listings_come_page_by_page() throws Exception {
        threeIncidents();
        String third = new UUID(1, 4).toString();
        report(third, "Аянттагы эл суу чачкыч менен таратылды", "2020-10-05", place("Бишкек", "42.8765", "74.6036"));
        listed("a", ONE, third, new UUID(7, 7).toString());
        listed("b", SAME, OTHER);

        JsonNode first = read("/api/incidents/candidates?listedBy=a&against=b&above=0.5&limit=1");
        assertThat(first.get("candidates")).hasSize(1);
        assertThat(first.at("/candidates/0/incident").asString()).isEqualTo(ONE);
        assertThat(first.at("/candidates/0/candidate").asString()).isEqualTo(SAME);
        JsonNode second = read("/api/incidents/candidates?listedBy=a&against=b&above=0.5&limit=1&cursor="
                + first.get("next").asString());
        assertThat(second.at("/candidates/0/incident").asString()).isEqualTo(third);
        assertThat(second.has("next")).isFalse();

        assertThat(read("/api/incidents/candidates?listedBy=a&above=0.5").get("candidates"))
                .as("against all on record; a pair within one listing once")
                .hasSize(3);
        assertThat(problem("/api/incidents/candidates?listedBy=x")).isEqualTo("unknown-word");
        assertThat(problem("/api/incidents/candidates")).isEqualTo("missing-parameter");
        assertThat(problem("/api/incidents/candidates?listedBy=a&cursor=1")).isEqualTo("bad-cursor");
        assertThat(problem("/api/incidents/candidates?listedBy=a&limit=0")).isEqualTo("bad-number");
        assertThat(problem("/api/incidents/candidates?listedBy=a&near=1")).isEqualTo("unknown-parameter");
    }

    /** Made-up incidents, one in fifty of them dated by the year only. */
    private List<String> many(int count, Random random, List<String> datedByYear) {
        Map<String, Fact> many = new LinkedHashMap<>();
        List<String> ids = new ArrayList<>();
        String[] words =
                "эл суу газ таш ок полиция камера аянт көчө түн кабарчы дарыгер бала унаа дубал эшик".split(" ");
        for (int i = 0; i < count; i++) {
            StringBuilder title = new StringBuilder();
            for (int word = 0; word < 30; word++) {
                title.append(words[random.nextInt(words.length)])
                        .append(random.nextInt(40))
                        .append(' ');
            }
            String id = new UUID(3, i).toString();
            ids.add(id);
            int city = Math.min(random.nextInt(40), random.nextInt(40));
            Place place = place(
                    "Шаар " + city, (40 + city / 10) + "." + random.nextInt(99), "74." + (10 + random.nextInt(9)));
            String day = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(365)).toString();
            boolean byYear = random.nextInt(50) == 0;
            many.put(STREAM + id, incident(id, title.toString(), byYear ? "2020" : day, place));
            if (byYear) {
                datedByYear.add(id);
            }
        }
        ledger.begin(many);
        return ids;
    }

    @Test
    void the_likeliest_are_the_same_however_many_are_asked_for() {
        List<String> ids = many(400, new Random(8), new ArrayList<>());
        IncidentsSeen seen = new IncidentsSeen(ledger.ledger, TestLedger.MAPPER);
        seen.catchUp();

        for (String id : ids.subList(0, 40)) {
            IncidentSeen incident = seen.find(id).orElseThrow();
            List<IncidentsSeen.Candidate> all = seen.candidates(incident, 0, 1_000);
            assertThat(seen.candidates(incident, 0, 3)).isEqualTo(all.subList(0, Math.min(3, all.size())));
            assertThat(seen.candidates(incident, 0.02, 1_000))
                    .isEqualTo(all.stream()
                            .filter(each -> each.likeness().score() >= 0.02)
                            .toList());
            assertThat(all)
                    .isSortedAccordingTo(Comparator.comparingDouble(
                            (IncidentsSeen.Candidate each) -> -each.likeness().score()));
        }
    }

    @Test
    void finds_an_incident_among_many() {
        Random random = new Random(7);
        List<String> datedByYear = new ArrayList<>();
        List<String> ids = many(INCIDENTS, random, datedByYear);
        threeIncidents();
        IncidentsSeen seen = new IncidentsSeen(ledger.ledger, TestLedger.MAPPER);
        long before = heap();
        long begin = System.nanoTime();
        seen.catchUp();
        long millis = (System.nanoTime() - begin) / 1_000_000;
        System.out.printf(
                "%,d incidents read in %,d ms, held in %,d MiB%n", INCIDENTS, millis, (heap() - before) >> 20);
        time(seen, ids, 0.7, 200, random, "any");
        time(seen, datedByYear, 0.7, 200, random, "dated by its year");
        time(seen, datedByYear, 0, 20, random, "the same, above 0");

        assertThat(seen.candidates(seen.find(ONE).orElseThrow(), 0.7, 50))
                .extracting(candidate -> candidate.incident().id())
                .containsExactly(SAME);
    }

    private static void time(
            IncidentsSeen seen, List<String> ids, double above, int times, Random random, String which) {
        long[] took = new long[times];
        for (int i = 0; i < took.length; i++) {
            IncidentSeen any = seen.find(ids.get(random.nextInt(ids.size()))).orElseThrow();
            long begin = System.nanoTime();
            seen.candidates(any, above, 50);
            took[i] = (System.nanoTime() - begin) / 1_000;
        }
        Arrays.sort(took);
        System.out.printf(
                "candidates among %,d incidents for %s: median %,d µs, p95 %,d µs, most %,d µs%n",
                INCIDENTS, which, took[times / 2], took[times * 95 / 100], took[times - 1]);
    }

    private static long heap() {
        Runtime.getRuntime().gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
