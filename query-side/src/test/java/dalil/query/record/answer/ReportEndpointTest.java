package dalil.query.record.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.events.Protected;
import dalil.events.claim.ClaimValue.Answer;
import dalil.events.claim.ClaimValue.Range;
import dalil.events.claim.ClaimValue.Text;
import dalil.events.claim.ClaimValue.Word;
import dalil.events.report.ReportCode;
import dalil.events.report.ReportFact;
import dalil.events.report.ReportFact.Answered;
import dalil.events.report.ReportFact.CallBack;
import dalil.events.report.ReportFact.Consent;
import dalil.events.report.ReportFact.ConsentAnswer;
import dalil.query.facts.LedgerFacts;
import dalil.query.fixture.Register;
import dalil.query.question.Moments;
import dalil.query.report.GuessBound;
import dalil.query.report.OpenReports;
import dalil.query.wire.TestLedger;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ReportEndpointTest {

    private static final ReportCode CODE = ReportCode.numbered(47_240_193);
    private static final String WORDS = "Жанымда бирөө жыгылды — ң ө ү 😀";

    private final AtomicLong nanos = new AtomicLong();

    @SuppressWarnings("NullAway.Init")
    private TestLedger ledger;

    @SuppressWarnings("NullAway.Init")
    private Register register;

    @SuppressWarnings("NullAway.Init")
    private RecordServer server;

    @SuppressWarnings("NullAway.Init")
    private String id;

    @SuppressWarnings("NullAway.Init")
    private String path;

    @BeforeEach
    void take(@TempDir Path folder) {
        ledger = new TestLedger(folder.resolve("ledger"));
        LedgerFacts facts = new LedgerFacts(ledger.ledger);
        register = new Register(folder.resolve("facts"), facts, 10);
        Streams streams = new LedgerStreams(ledger.ledger, TestLedger.MAPPER, Clock.systemUTC());
        server = new RecordServer(
                new ReportEndpoint(streams),
                new ReportByCodeEndpoint(streams, ledger.ledger, new GuessBound(nanos::get)),
                new ReportsEndpoint(
                        streams,
                        new OpenReports(register.table(), new Moments(register.table(), facts, Clock.systemUTC()))));
        id = CODE.id(ledger.ledger::digest).toString();
        path = "/api/reports/" + id;
        Protected<String> words = Protected.of("report/" + id, WORDS);
        ledger.append(
                "report/" + id,
                new ReportFact.Taken(
                        id,
                        "phone-call",
                        "ky",
                        "witness",
                        words,
                        List.of(
                                new Answered("danger-now", new Word("yes")),
                                new Answered("care-now", new Answer("unknown")),
                                new Answered("where", new Text(words)),
                                new Answered("hurt-persons", new Range(2, 3))),
                        new CallBack(new Word("only-message"), words, null, words),
                        new Consent(true, List.of(new ConsentAnswer("medical-and-aid", "testimony", "given")))));
    }

    @AfterEach
    void close() {
        register.close();
        ledger.close();
    }

    private void setAside() {
        ledger.append("report/" + id, new ReportFact.SetAside(Protected.of("report/" + id, "эки жолу келди")));
    }

    private void workedUp() {
        ledger.append("report/" + id, new ReportFact.WorkedUp(id, List.of("incident/z")));
    }

    @Test
    void shows_what_was_told_each_with_its_fact_and_what_is_protected_as_such() throws Exception {
        JsonNode report = server.read(path);
        assertThat(report.at("/state/value").asString()).isEqualTo("open");
        assertThat(report.at("/attributes/words/value").asString()).isEqualTo(WORDS);
        assertThat(report.at("/attributes/words/protected").booleanValue()).isTrue();
        assertThat(report.at("/attributes/channel/value").asString()).isEqualTo("phone-call");
        assertThat(report.at("/attributes/channel/index").longValue()).isZero();
        assertThat(report.at("/answers/care-now/value/answer").asString()).isEqualTo("unknown");
        assertThat(report.at("/answers/hurt-persons/value/greatest").intValue()).isEqualTo(3);
        assertThat(report.at("/answers").has("when")).isFalse();
        assertThat(report.at("/callBack/contact/protected").booleanValue()).isTrue();
        assertThat(report.at("/callBack").has("when")).isFalse();
        assertThat(report.at("/consent/value/answers/0/answer").asString()).isEqualTo("given");
    }

    @Test
    void a_code_finds_its_report_however_it_was_written_down() throws Exception {
        JsonNode byId = server.read(path);
        for (String said : List.of(CODE.digits(), CODE.grouped(), CODE.grouped().replace(' ', '-'))) {
            assertThat(server.read("/api/reports/by-code/" + said)).as(said).isEqualTo(byId);
        }
    }

    @Test
    void a_misheard_code_is_told_from_one_that_no_report_has() throws Exception {
        String swapped = CODE.digits().substring(0, 7)
                + CODE.digits().charAt(8)
                + CODE.digits().charAt(7);
        assertThat(server.problem(400, "/api/reports/by-code/" + swapped)).isEqualTo("wrong-check-digit");
        assertThat(server.problem(400, "/api/reports/by-code/12345")).isEqualTo("malformed-code");
        assertThat(server.problem(
                        404, "/api/reports/by-code/" + ReportCode.numbered(5).digits()))
                .isEqualTo("unknown-code");
    }

    @Test
    void whoever_guesses_is_held_back_and_learns_nothing_meanwhile() throws Exception {
        for (int i = 0; i < 200; i++) {
            server.read("/api/reports/by-code/" + CODE.digits()); // right codes cost nothing
            server.problem(400, "/api/reports/by-code/12345"); // nor does a slip that the check digit shows
        }
        int unknown = 0;
        while (unknown < 100
                && server.status("/api/reports/by-code/"
                                + ReportCode.numbered(unknown).digits())
                        == 404) {
            unknown++;
        }
        assertThat(unknown).isEqualTo(20);
        assertThat(server.problem(429, "/api/reports/by-code/" + CODE.digits())).isEqualTo("too-many-guesses");
        nanos.addAndGet(10_000_000_000L);
        server.read("/api/reports/by-code/" + CODE.digits());
    }

    @Test
    void the_state_says_what_became_of_it_and_the_history_who_did_it() throws Exception {
        setAside();
        JsonNode aside = server.read(path);
        assertThat(aside.at("/state/value").asString()).isEqualTo("set-aside");
        assertThat(aside.at("/setAside/reason").asString()).isEqualTo("эки жолу келди");
        workedUp();
        JsonNode workedUp = server.read(path);
        assertThat(workedUp.at("/state/value").asString()).isEqualTo("worked-up");
        assertThat(workedUp.at("/state/index").longValue()).isEqualTo(2);
        assertThat(workedUp.at("/workedUp/0/value/records/0").asString()).isEqualTo("incident/z");
        assertThat(server.read(path + "?asOf=0").at("/state/value").asString()).isEqualTo("open");

        JsonNode history = server.read(path + "/history").get("history");
        assertThat(history).hasSize(3);
        assertThat(history.get(0).get("what").asString()).isEqualTo("report.taken");
        assertThat(history.get(0).get("by").asString()).isEqualTo("documenter-1");
        assertThat(history.get(0).get("changes")).hasSize(12);
        assertThat(history.at("/1/attribute").asString()).isEqualTo("state");
        assertThat(history.at("/1/reason").asString()).isEqualTo("эки жолу келди");
        assertThat(history.at("/2/changes/0/before").asString()).isEqualTo("set-aside");
        assertThat(history.at("/2/changes/0/after").asString()).isEqualTo("worked-up");
    }

    @Test
    void consent_stands_as_it_was_said_last_with_all_that_was_said_before() throws Exception {
        Protected<String> reason = Protected.of("report/" + id, "коркот");
        ledger.append(
                "report/" + id,
                new ReportFact.ConsentChanged(
                        "self",
                        false,
                        List.of(
                                new ConsentAnswer("medical-and-aid", "testimony", "withdrawn"),
                                new ConsentAnswer("media", "name", "refused")),
                        reason));

        JsonNode consent = server.read(path).get("consent");
        assertThat(consent.get("index").longValue()).isEqualTo(1);
        assertThat(consent.at("/value/limitsExplained").booleanValue()).isTrue();
        assertThat(consent.at("/value/answers")).hasSize(2);
        assertThat(consent.at("/value/answers/0/answer").asString()).isEqualTo("withdrawn");
        assertThat(consent.at("/history/0/value/answers/0/answer").asString()).isEqualTo("given");
        assertThat(consent.at("/history/1/value/by").asString()).isEqualTo("self");
        assertThat(consent.at("/history/1/by").asString()).isEqualTo("documenter-1");
        assertThat(consent.at("/history/1/reason").asString()).isEqualTo("коркот");
        assertThat(server.read(path + "?asOf=0")
                        .at("/consent/value/answers/0/answer")
                        .asString())
                .isEqualTo("given");
        assertThat(server.read(path + "/history").at("/history/1/attribute").asString())
                .isEqualTo("consent");

        JsonNode list = server.read("/api/reports");
        assertThat(list.get("open").intValue()).as("still to be worked up").isEqualTo(1);
        assertThat(list.at("/reports/0/consent/value/answers/0/answer").asString())
                .isEqualTo("withdrawn");
        assertThat(list.toString()).doesNotContain("коркот");
    }

    @Test
    void the_list_of_open_reports_shows_nothing_protected() throws Exception {
        JsonNode list = server.read("/api/reports");
        assertThat(list.get("open").intValue()).isEqualTo(1);
        assertThat(list.get("urgent").intValue()).isEqualTo(1);
        assertThat(list.at("/reports/0/id").asString()).isEqualTo(id);
        assertThat(list.at("/reports/0/answers/danger-now/value").asString()).isEqualTo("yes");
        assertThat(list.at("/reports/0/callBack/whether/value").asString()).isEqualTo("only-message");
        assertThat(list.toString()).doesNotContain("жыгылды").doesNotContain("protected");
        workedUp();
        assertThat(server.read("/api/reports").get("reports")).isEmpty();
    }

    @Test
    void the_list_goes_on_page_by_page() throws Exception {
        for (int i = 0; i < 4; i++) {
            String other = ReportCode.numbered(i).id(ledger.ledger::digest).toString();
            Protected<String> words = Protected.of("report/" + other, WORDS);
            ledger.append(
                    "report/" + other, new ReportFact.Taken(other, "letter", "ru", null, words, List.of(), null, null));
        }
        JsonNode first = server.read("/api/reports?limit=3");
        assertThat(first.get("reports")).hasSize(3);
        JsonNode second =
                server.read("/api/reports?limit=3&cursor=" + first.get("next").asString());
        assertThat(second.get("reports")).hasSize(2);
        assertThat(second.has("next")).isFalse();
        assertThat(server.read("/api/reports?urgent=true").get("reports")).hasSize(1);
        assertThat(server.problem(400, "/api/reports?limit=0")).isEqualTo("bad-number");
        assertThat(server.problem(400, "/api/reports?urgent=maybe")).isEqualTo("bad-value");
        assertThat(server.problem(400, "/api/reports?cursor=x")).isEqualTo("bad-cursor");
        assertThat(server.problem(400, "/api/reports?asOf=1")).isEqualTo("unknown-parameter");
    }
}
