package dalil.query.record.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.events.Protected;
import dalil.events.dataset.DatasetFact;
import dalil.events.source.SourceFact;
import dalil.query.wire.TestLedger;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

final class SourceEndpointTest {

    private static final String PAPER = "6f1c2d3e-0000-4000-8000-000000000002";
    private static final String AGENCY = "6f1c2d3e-0000-4000-8000-000000000003";
    private static final String MINISTRY = "6f1c2d3e-0000-4000-8000-000000000004";
    private static final String DATASET = "6f1c2d3e-0000-4000-8000-000000000005";

    private TestLedger ledger;
    private RecordServer server;

    @BeforeEach
    void open(@TempDir Path folder) {
        ledger = new TestLedger(folder);
        server = new RecordServer(new LedgerStreams(ledger.ledger, TestLedger.MAPPER, Clock.systemUTC()));
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void the_chain_of_origins_leads_to_the_ultimate_one() throws Exception {
        registered(PAPER, AGENCY);
        registered(AGENCY, MINISTRY);
        long ministry = registered(MINISTRY, SourceFact.ORIGIN_SELF);

        JsonNode origin = server.read("/api/sources/" + PAPER).get("ultimateOrigin");

        assertThat(origin.get("value").stringValue()).isEqualTo(MINISTRY);
        assertThat(origin.get("end").stringValue()).isEqualTo("self");
        assertThat(origin.get("index").longValue()).isEqualTo(ministry);
        assertThat(origin.get("chain").valueStream().map(hop -> hop.get("value").stringValue()))
                .containsExactly(AGENCY, MINISTRY, "self");
        assertThat(origin.get("chain").valueStream().map(hop -> hop.get("of").stringValue()))
                .containsExactly(PAPER, AGENCY, MINISTRY);
    }

    @Test
    void the_chain_is_that_of_the_index_asked_for() throws Exception {
        registered(PAPER, AGENCY);
        long before = registered(AGENCY, SourceFact.ORIGIN_UNKNOWN);
        ledger.append("source/" + AGENCY, new SourceFact.OriginCorrected(SourceFact.ORIGIN_SELF, reason("was there")));

        assertThat(server.read("/api/sources/" + PAPER)
                        .at("/ultimateOrigin/value")
                        .stringValue())
                .isEqualTo(AGENCY);
        assertThat(server.read("/api/sources/" + PAPER + "?asOf=" + before)
                        .at("/ultimateOrigin/value")
                        .stringValue())
                .isEqualTo("unknown");
    }

    @Test
    void sources_that_name_each_other_have_no_origin() throws Exception {
        registered(PAPER, AGENCY);
        registered(AGENCY, MINISTRY);
        registered(MINISTRY, AGENCY);

        JsonNode origin = server.read("/api/sources/" + PAPER).get("ultimateOrigin");

        assertThat(origin.get("value").isNull()).isTrue();
        assertThat(origin.get("end").stringValue()).isEqualTo("circle");
        assertThat(origin.get("chain").size()).isEqualTo(3);
    }

    @Test
    void a_chain_into_the_unrecorded_says_so() throws Exception {
        registered(PAPER, AGENCY);

        JsonNode origin = server.read("/api/sources/" + PAPER).get("ultimateOrigin");

        assertThat(origin.get("value").stringValue()).isEqualTo(AGENCY);
        assertThat(origin.get("end").stringValue()).isEqualTo("lost");
    }

    @Test
    void every_rating_stays_and_the_last_one_holds() throws Exception {
        registered(PAPER, SourceFact.ORIGIN_SELF);
        ledger.append("source/" + PAPER, new SourceFact.Rated("reliable", reason("corrects its errors")));

        JsonNode source = server.read("/api/sources/" + PAPER);

        assertThat(source.at("/attributes/reliability/value").stringValue()).isEqualTo("reliable");
        assertThat(source.get("reliability")
                        .valueStream()
                        .map(rating -> rating.get("value").stringValue()))
                .containsExactly("fairly-reliable", "reliable");
        assertThat(source.at("/reliability/1/reason").stringValue()).isEqualTo("corrects its errors");
        assertThat(source.at("/attributes/name/value").stringValue()).isEqualTo("Ойдон чыгарылган гезит");
        assertThat(source.at("/attributes/name/protected").booleanValue()).isTrue();
    }

    @Test
    void history_tells_what_a_rating_replaced() throws Exception {
        registered(PAPER, SourceFact.ORIGIN_SELF);
        ledger.append(
                "source/" + PAPER,
                new SourceFact.Rated("reliable", reason("because")),
                new SourceFact.OriginCorrected(AGENCY, reason("because")),
                new SourceFact.IndependenceStated(MINISTRY, "none-known", reason("because")));

        JsonNode history = server.read("/api/sources/" + PAPER + "/history").get("history");

        assertThat(history.at("/0/changes").size()).isEqualTo(5);
        assertThat(history.at("/1/before").stringValue()).isEqualTo("fairly-reliable");
        assertThat(history.at("/1/after").stringValue()).isEqualTo("reliable");
        assertThat(history.at("/2/before").stringValue()).isEqualTo("self");
        assertThat(history.at("/2/after").stringValue()).isEqualTo(AGENCY);
        assertThat(history.at("/3/after/other").stringValue()).isEqualTo(MINISTRY);
    }

    @Test
    void a_dataset_tells_what_it_lists_and_every_listing() throws Exception {
        ledger.append(
                "dataset/" + DATASET,
                listing("2020-09-30", List.of(PAPER, AGENCY), List.of()),
                listing("2020-10-19", List.of(MINISTRY), List.of(PAPER)));

        JsonNode dataset = server.read("/api/datasets/" + DATASET);

        assertThat(dataset.at("/attributes/listed/value").intValue()).isEqualTo(2);
        assertThat(dataset.at("/attributes/asOf/value").stringValue()).isEqualTo("2020-10-19");
        assertThat(dataset.at("/attributes/asOf/index").intValue()).isEqualTo(1);
        assertThat(dataset.get("listings").size()).isEqualTo(2);
        assertThat(dataset.at("/listings/1/value/noLonger").intValue()).isEqualTo(1);
        assertThat(server.read("/api/datasets/" + DATASET + "/history")
                        .at("/history/0/after/asOf")
                        .stringValue())
                .isEqualTo("2020-09-30");
    }

    private long registered(String id, String origin) {
        return ledger.append(
                "source/" + id,
                new SourceFact.Registered(
                        id,
                        "newspaper-write-up",
                        "reporter",
                        origin,
                        Protected.of("source/" + id, "Ойдон чыгарылган гезит"),
                        null,
                        "fairly-reliable",
                        null));
    }

    private static Protected<String> reason(String words) {
        return Protected.of("source/" + PAPER, words);
    }

    private static DatasetFact.Listed listing(String asOf, List<String> added, List<String> noLonger) {
        return new DatasetFact.Listed(
                DATASET,
                "invented",
                asOf,
                null,
                "2020pb",
                "00".repeat(32),
                List.of(new DatasetFact.ReadFile("11".repeat(32), 12)),
                2,
                0,
                added,
                noLonger,
                1,
                1);
    }
}
