package dalil.query.record.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.events.Protected;
import dalil.events.casualty.CasualtyFact;
import dalil.events.casualty.CasualtyFact.Injury;
import dalil.events.claim.Claim;
import dalil.events.claim.ClaimValue.Word;
import dalil.events.incident.IncidentFact;
import dalil.events.incident.IncidentFact.ForceUse;
import dalil.query.facts.FactsFollower;
import dalil.query.facts.FactsTable;
import dalil.query.facts.LedgerFacts;
import dalil.query.question.AbsorbedInTable;
import dalil.query.question.Moments;
import dalil.query.wire.TestLedger;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A record that stands for others tells what is said on them, and where. */
@SuppressWarnings("NullAway.Init")
final class AbsorbedRecordsTest {

    private static final String ONE = "6f1c2d3e-0000-4000-8000-000000000001";
    private static final String OTHER = "6f1c2d3e-0000-4000-8000-000000000002";
    private static final String BELOW = "6f1c2d3e-0000-4000-8000-000000000003";
    private static final String PART = "6f1c2d3e-0000-4000-8000-000000000009";
    private static final Protected<String> REASON = Protected.of("source/" + PART, "ошол эле окуя");

    private TestLedger ledger;
    private FactsFollower follower;
    private RecordServer server;

    @BeforeEach
    void open(@TempDir Path folder) {
        ledger = new TestLedger(folder.resolve("ledger"));
        LedgerFacts facts = new LedgerFacts(ledger.ledger);
        FactsTable table = new FactsTable(folder.resolve("facts"));
        follower = new FactsFollower(facts, table);
        follower.start();
        Streams streams = new LedgerStreams(ledger.ledger, TestLedger.MAPPER, Clock.systemUTC());
        AbsorbedInTable absorbed = new AbsorbedInTable(table, new Moments(table, facts, Clock.systemUTC()));
        server = new RecordServer(new IncidentEndpoint(streams, absorbed), new CasualtyEndpoint(streams, absorbed));
    }

    @AfterEach
    void close() {
        follower.close();
        ledger.close();
    }

    private static Claim claim(String id, String attribute, String word) {
        return new Claim(id, attribute, new Word(word), PART, "2020-10-06", null, null, null);
    }

    private long incident(String id, List<Claim> claims, ForceUse... uses) {
        return ledger.append("incident/" + id, new IncidentFact.Reported(id, claims, List.of(uses)));
    }

    private long merge(String id, String into) {
        return ledger.append("incident/" + id, new IncidentFact.MergedInto(into, REASON));
    }

    private JsonNode read(String id, String asOf) throws Exception {
        return server.read("/api/incidents/" + id + asOf);
    }

    private static List<String> ids(JsonNode told) {
        return StreamSupport.stream(told.spliterator(), false)
                .map(each -> each.get("value").stringValue())
                .toList();
    }

    @Test
    void claims_and_uses_of_force_of_an_absorbed_record_are_told_with_the_record_that_has_them() throws Exception {
        incident(ONE, List.of(claim("a", "kind", "protest")));
        long second = incident(
                OTHER,
                List.of(claim("a", "kind", "arrest"), claim("b", "role", "journalist")),
                new ForceUse(PART, List.of(claim("c", "weapon", "baton"))));
        long apart = ledger.ledger.size() - 1;
        long merged = merge(OTHER, ONE);

        JsonNode whole = read(ONE, "");
        assertThat(whole.at("/absorbed/0/value").stringValue()).isEqualTo(OTHER);
        assertThat(whole.at("/absorbed/0/index").longValue()).isEqualTo(merged);
        JsonNode kinds = whole.at("/attributes/kind/contested");
        assertThat(ids(kinds)).containsExactly("protest", "arrest");
        assertThat(kinds.get(0).has("onRecord")).isFalse();
        assertThat(kinds.get(1).get("onRecord").stringValue()).isEqualTo(OTHER);
        assertThat(kinds.get(1).get("index").longValue()).isEqualTo(second);
        assertThat(whole.at("/forceUses/0/id").stringValue()).isEqualTo(PART);
        assertThat(whole.at("/forceUses/0/onRecord").stringValue()).isEqualTo(OTHER);
        assertThat(whole.at("/forceUses/0/attributes/weapon/onRecord").stringValue())
                .isEqualTo(OTHER);

        assertThat(read(ONE, "?asOf=" + apart).at("/absorbed")).isEmpty();
        assertThat(read(ONE, "?asOf=" + apart).at("/attributes/kind/value").stringValue())
                .isEqualTo("protest");
        JsonNode absorbed = read(OTHER, "");
        assertThat(absorbed.at("/mergedInto/value").stringValue()).isEqualTo(ONE);
        assertThat(absorbed.at("/attributes/kind/value").stringValue()).isEqualTo("arrest");
        assertThat(absorbed.at("/absorbed")).isEmpty();
    }

    @Test
    void a_chain_is_told_by_the_record_at_its_end_and_an_unmerger_takes_its_part_away() throws Exception {
        incident(ONE, List.of());
        incident(OTHER, List.of(claim("a", "role", "journalist")));
        incident(BELOW, List.of(claim("a", "role", "medic")));
        merge(BELOW, OTHER);
        merge(OTHER, ONE);
        assertThat(ids(read(ONE, "").at("/absorbed"))).containsExactlyInAnyOrder(BELOW, OTHER);
        assertThat(ids(read(ONE, "").at("/attributes/role"))).containsExactlyInAnyOrder("journalist", "medic");
        assertThat(read(OTHER, "").at("/absorbed")).isEmpty();

        ledger.append("incident/" + BELOW, new IncidentFact.ClaimWithdrawn("a", null, REASON));
        JsonNode withdrawn = read(ONE, "").at("/withdrawn/0");
        assertThat(withdrawn.get("value").stringValue()).isEqualTo("medic");
        assertThat(withdrawn.get("onRecord").stringValue()).isEqualTo(BELOW);

        ledger.append("incident/" + OTHER, new IncidentFact.Unmerged(REASON));
        assertThat(read(ONE, "").at("/absorbed")).isEmpty();
        assertThat(ids(read(OTHER, "").at("/absorbed"))).containsExactly(BELOW);
    }

    @Test
    void people_are_told_with_the_injuries_of_their_other_records() throws Exception {
        person(ONE, List.of(claim("a", "sex", "female")));
        person(
                OTHER,
                List.of(claim("a", "sex", "female")),
                new Injury(PART, List.of(claim("b", "body-region", "head"))));
        ledger.append("casualty/" + OTHER, new CasualtyFact.MergedInto(ONE, REASON));

        JsonNode whole = server.read("/api/casualties/" + ONE);
        assertThat(ids(whole.at("/absorbed"))).containsExactly(OTHER);
        assertThat(whole.at("/attributes/sex/value").stringValue()).isEqualTo("female");
        assertThat(whole.at("/attributes/sex/alsoClaimed/0/onRecord").stringValue())
                .isEqualTo(OTHER);
        assertThat(whole.at("/injuries/0/onRecord").stringValue()).isEqualTo(OTHER);
    }

    private void person(String id, List<Claim> claims, Injury... injuries) {
        ledger.append(
                "casualty/" + id,
                new CasualtyFact.Recorded(id, CasualtyFact.INDIVIDUAL, null, claims, List.of(injuries)));
    }
}
