package dalil.query.record.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.events.Protected;
import dalil.events.claim.Claim;
import dalil.events.claim.ClaimValue;
import dalil.events.claim.ClaimValue.Answer;
import dalil.events.claim.ClaimValue.Range;
import dalil.events.claim.ClaimValue.Text;
import dalil.events.claim.ClaimValue.Word;
import dalil.events.claim.Occurred;
import dalil.events.claim.Occurred.Hours;
import dalil.events.claim.Place;
import dalil.events.claim.Place.Spot;
import dalil.events.incident.IncidentFact;
import dalil.events.incident.IncidentFact.ForceUse;
import dalil.events.source.SourceFact;
import dalil.query.wire.TestLedger;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;

final class IncidentEndpointTest {

    private static final String ID = "6f1c2d3e-0000-4000-8000-000000000001";
    private static final String STREAM = "incident/" + ID;
    private static final String PATH = "/api/incidents/" + ID;
    private static final String PAPER = "6f1c2d3e-0000-4000-8000-000000000002";
    private static final String MINISTRY = "6f1c2d3e-0000-4000-8000-000000000003";
    private static final String FORCE = "6f1c2d3e-0000-4000-8000-000000000004";
    private static final Protected<String> REASON = Protected.of(STREAM, "анткени 😀");

    private TestLedger ledger;
    private RecordServer server;

    @BeforeEach
    void open(@TempDir Path folder) {
        ledger = new TestLedger(folder);
        server = new RecordServer(new LedgerStreams(ledger.ledger, TestLedger.MAPPER, Clock.systemUTC()));
        ledger.append(
                STREAM,
                new IncidentFact.Reported(
                        ID,
                        List.of(
                                claim("t", "title", new Word("Crowd dispersed near the square (invented)"), PAPER),
                                claim("n", "narrative", new Text(Protected.of("source/" + PAPER, "ал айтты")), PAPER),
                                claim("w1", "time", occurred("2020-10-05~"), PAPER),
                                claim("p", "place", place(), PAPER),
                                claim("k", "kind", new Answer("unknown"), PAPER)),
                        List.of(new ForceUse(
                                FORCE,
                                List.of(
                                        claim("m1", "munition-asserted", new Word("rubber bullet"), PAPER),
                                        claim("m2", "munition", new Word("kinetic-impact-projectile"), PAPER),
                                        claim("r", "rounds", new Range(3, 5), PAPER))))));
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void a_value_leads_to_its_fact_claim_and_source() throws Exception {
        JsonNode incident = server.read(PATH);

        assertThat(incident.get("id").stringValue()).isEqualTo(ID);
        assertThat(incident.get("kind").stringValue()).isEqualTo("incident");
        JsonNode title = incident.at("/attributes/title");
        assertThat(title.get("value").stringValue()).startsWith("Crowd dispersed");
        assertThat(title.get("index").intValue()).isZero();
        assertThat(title.get("claim").stringValue()).isEqualTo("t");
        assertThat(title.get("source").stringValue()).isEqualTo(PAPER);
        assertThat(incident.at("/attributes/narrative/0/value").stringValue()).isEqualTo("ал айтты");
        assertThat(incident.at("/corroboration/value").stringValue()).isEqualTo("reported");
        assertThat(incident.at("/corroboration/claim").isNull()).isTrue();
    }

    @Test
    void values_keep_the_shape_in_which_they_were_filed() throws Exception {
        MockHttpServletResponse response = server.get200(PATH);
        JsonNode incident = RecordServer.json(response);

        assertThat(response.getContentAsString()) // the tree would have lost the last zero
                .contains("{\"name\":\"a square\",\"path\":[\"KG\",\"Bishkek\"],\"lat\":42.8760,\"lon\":74.6036,"
                        + "\"precision\":\"vicinity\"}");
        assertThat(incident.at("/attributes/kind/value").toString()).isEqualTo("{\"answer\":\"unknown\"}");
        assertThat(incident.at("/forceUses/0/attributes/rounds/value").toString())
                .isEqualTo("{\"least\":3,\"greatest\":5}");
        assertThat(incident.at("/attributes/time/value").toString())
                .isEqualTo(
                        "{\"date\":\"2020-10-05~\",\"timeOfDay\":{\"from\":\"22:00\",\"to\":\"02:00\",\"about\":true}}");
    }

    @Test
    void the_bounds_of_a_time_stand_beside_it_in_the_zone_of_the_case() throws Exception {
        JsonNode time = server.read(PATH).at("/attributes/time");

        assertThat(time.get("earliest").stringValue()).isEqualTo("2020-10-05T16:00:00Z");
        assertThat(time.get("latest").stringValue()).isEqualTo("2020-10-05T20:00:00Z");
    }

    @Test
    void the_munition_is_shown_as_asserted_and_neutral_and_verified_only_where_somebody_verified_it() throws Exception {
        JsonNode use = server.read(PATH).at("/forceUses/0/attributes");

        assertThat(use.at("/munition-asserted/value").stringValue()).isEqualTo("rubber bullet");
        assertThat(use.at("/munition/value").stringValue()).isEqualTo("kinetic-impact-projectile");
        assertThat(use.has("munition-verified")).isFalse();
    }

    @Test
    void mergers_and_candidates_are_shown_while_they_stand_and_in_the_history_for_ever() throws Exception {
        String other = "6f1c2d3e-0000-4000-8000-000000000009";
        long noted = ledger.append(STREAM, new IncidentFact.CandidateNoted(other, "0.934"));
        JsonNode candidate = server.read(PATH).at("/candidates/0");
        assertThat(candidate.get("value").stringValue()).isEqualTo(other);
        assertThat(candidate.get("index").longValue()).isEqualTo(noted);
        assertThat(server.read(PATH).has("mergedInto")).isFalse();

        ledger.append(STREAM, new IncidentFact.CandidateDismissed(other, REASON));
        ledger.append(STREAM, new IncidentFact.MergedInto(other, REASON));
        JsonNode merged = server.read(PATH);
        assertThat(merged.at("/candidates")).isEmpty();
        assertThat(merged.at("/mergedInto/value").stringValue()).isEqualTo(other);
        assertThat(merged.at("/mergedInto/reason").stringValue()).isEqualTo("анткени 😀");

        ledger.append(STREAM, new IncidentFact.Unmerged(REASON));
        assertThat(server.read(PATH).has("mergedInto")).isFalse();
        JsonNode history = server.read(PATH + "/history").get("history");
        assertThat(history.at("/1/attribute").stringValue()).isEqualTo("candidate");
        assertThat(history.at("/1/after").stringValue()).isEqualTo(other);
        assertThat(history.at("/2/before").stringValue()).isEqualTo(other);
        assertThat(history.at("/3/attribute").stringValue()).isEqualTo("mergedInto");
        assertThat(history.at("/4/before").stringValue()).isEqualTo(other);
    }

    @Test
    void values_that_contest_each_other_are_all_shown_until_a_person_accepts_one() throws Exception {
        long second = ledger.append(
                STREAM, new IncidentFact.ClaimAdded(null, claim("w2", "time", occurred("2020-10-04"), MINISTRY)));
        JsonNode contested = server.read(PATH).at("/attributes/time/contested");
        assertThat(contested.size()).isEqualTo(2);
        assertThat(contested.at("/1/source").stringValue()).isEqualTo(MINISTRY);
        assertThat(contested.at("/1/index").longValue()).isEqualTo(second);

        long accepted = ledger.append(STREAM, new IncidentFact.ClaimAccepted("w2", REASON));
        JsonNode time = server.read(PATH).at("/attributes/time");
        assertThat(time.at("/value/date").stringValue()).isEqualTo("2020-10-04");
        assertThat(time.at("/accepted/index").longValue()).isEqualTo(accepted);
        assertThat(time.at("/accepted/reason").stringValue()).isEqualTo("анткени 😀");
        assertThat(time.at("/others/0/claim").stringValue()).isEqualTo("w1");
    }

    @Test
    void a_corrected_value_points_at_the_correction_and_keeps_what_was_wrong() throws Exception {
        long index = ledger.append(STREAM, new IncidentFact.ClaimCorrected("t", new Word("Another title"), REASON));

        JsonNode title = server.read(PATH).at("/attributes/title");
        assertThat(title.get("index").longValue()).isEqualTo(index);
        assertThat(title.get("claim").stringValue()).isEqualTo("t");
        assertThat(title.at("/corrected/0/before").stringValue()).startsWith("Crowd dispersed");
    }

    @Test
    void a_dispute_stands_beside_the_value_and_a_withdrawn_claim_beside_the_record() throws Exception {
        ledger.append(
                STREAM,
                new IncidentFact.ClaimDisputed("m1", MINISTRY, REASON),
                new IncidentFact.ClaimWithdrawn("r", null, REASON));

        JsonNode incident = server.read(PATH);
        assertThat(incident.at("/forceUses/0/attributes/munition-asserted/contested/0/disputedBy/0/source")
                        .stringValue())
                .isEqualTo(MINISTRY);
        assertThat(incident.at("/forceUses/0/attributes").has("rounds")).isFalse();
        assertThat(incident.at("/withdrawn/0/attribute").stringValue()).isEqualTo("rounds");
        assertThat(incident.at("/withdrawn/0/forceUse").stringValue()).isEqualTo(FORCE);
    }

    @Test
    void a_value_that_several_say_names_them_all() throws Exception {
        ledger.append(
                STREAM,
                new IncidentFact.ClaimAdded(
                        FORCE, claim("m3", "munition", new Word("kinetic-impact-projectile"), MINISTRY)));

        JsonNode munition = server.read(PATH).at("/forceUses/0/attributes/munition");
        assertThat(munition.get("source").stringValue()).isEqualTo(PAPER);
        assertThat(munition.at("/alsoClaimed/0/source").stringValue()).isEqualTo(MINISTRY);
    }

    @Test
    void as_of_reads_what_the_register_said_then() throws Exception {
        ledger.append("source/" + PAPER, new SourceFact.Rated("reliable", REASON));
        long last = ledger.append(STREAM, new IncidentFact.Retracted(REASON));

        assertThat(server.read(PATH).at("/retraction/value").booleanValue()).isTrue();
        MockHttpServletResponse before = server.get200(PATH + "?asOf=" + (last - 1));
        assertThat(RecordServer.json(before).has("retraction")).isFalse();
        assertThat(before.getHeader("Dalil-Position")).isEqualTo("1");
        assertThat(before.getHeader("ETag")).isEqualTo("\"0\"");
        assertThat(RecordServer.json(before).get("version").intValue()).isZero();
    }

    @Test
    void as_of_an_instant_is_the_last_fact_recorded_by_then() throws Exception {
        String recorded = server.read(PATH).at("/recorded/value").stringValue();

        assertThat(server.get200(PATH + "?asOf=" + recorded).getHeader("Dalil-Position"))
                .isEqualTo("0");
        assertThat(server.problem(404, PATH + "?asOf=2020-01-01T00:00:00Z")).isEqualTo("unknown-id");
    }

    @Test
    void every_answer_names_its_position_and_version_and_is_not_to_be_kept() throws Exception {
        ledger.append(STREAM, new IncidentFact.Linked("causes", "incident/" + MINISTRY, PAPER));

        for (String path : List.of(PATH, PATH + "/history", PATH + "?atLeast=1")) {
            MockHttpServletResponse response = server.get200(path);
            assertThat(response.getHeader("Dalil-Position")).isEqualTo("1");
            assertThat(response.getHeader("ETag")).isEqualTo("\"1\"");
            assertThat(response.getHeaders("Cache-Control")).containsExactly("no-store");
            assertThat(RecordServer.json(response).get("version").intValue()).isEqualTo(1);
        }
    }

    @Test
    void refuses_what_it_cannot_answer() throws Exception {
        assertThat(server.problem(404, "/api/incidents/" + PAPER)).isEqualTo("unknown-id");
        assertThat(server.problem(400, "/api/incidents/nonsense")).isEqualTo("malformed-id");
        assertThat(server.problem(400, PATH + "?asOf=yesterday")).isEqualTo("bad-number");
        assertThat(server.problem(400, PATH + "?atLeast=-2")).isEqualTo("bad-number");
        assertThat(server.problem(400, PATH + "?atleast=1")).isEqualTo("unknown-parameter");
        assertThat(server.problem(400, PATH + "?asOf=9999999999999999")).isEqualTo("bad-number");
    }

    @Test
    void history_tells_every_fact_with_the_values_before_and_after() throws Exception {
        ledger.append(
                STREAM,
                new IncidentFact.ClaimCorrected("t", new Word("Another title"), REASON),
                new IncidentFact.ClaimDisputed("t", MINISTRY, REASON),
                new IncidentFact.ClaimWithdrawn("t", null, REASON));

        JsonNode history = server.read(PATH + "/history").get("history");

        assertThat(history.valueStream().map(entry -> entry.get("what").stringValue()))
                .containsExactly(
                        "incident.reported",
                        "incident.claim-corrected",
                        "incident.claim-disputed",
                        "incident.claim-withdrawn");
        assertThat(history.at("/0/changes").size()).isEqualTo(8);
        assertThat(history.at("/0/changes/0/after").stringValue()).startsWith("Crowd dispersed");
        JsonNode corrected = history.get(1);
        assertThat(corrected.get("claim").stringValue()).isEqualTo("t");
        assertThat(corrected.get("attribute").stringValue()).isEqualTo("title");
        assertThat(corrected.get("before").stringValue()).startsWith("Crowd dispersed");
        assertThat(corrected.get("after").stringValue()).isEqualTo("Another title");
        assertThat(corrected.get("reason").stringValue()).isEqualTo("анткени 😀");
        assertThat(corrected.get("by").stringValue()).isEqualTo("documenter-1");
        assertThat(corrected.get("role").stringValue()).isEqualTo("documenter");
        assertThat(corrected.get("through").stringValue()).isEqualTo("form");
        assertThat(corrected.get("at").stringValue()).isEqualTo("2020-10-05T15:00:00.123Z");
        assertThat(history.at("/2/source").stringValue()).isEqualTo(MINISTRY);
        assertThat(history.at("/3/before").stringValue()).isEqualTo("Another title");
        assertThat(history.get(3).has("after")).isFalse();
    }

    private static Claim claim(String id, String attribute, ClaimValue value, String source) {
        return new Claim(id, attribute, value, source, "2020-10-06", null, null, null);
    }

    private static Occurred occurred(String date) {
        return new Occurred(date, new Hours("22:00", "02:00", true), null);
    }

    private static Place place() {
        return new Place(List.of("KG", "Bishkek"), "vicinity", new Spot("a square", "42.8760", "74.6036"), null);
    }
}
