package dalil.command.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dalil.command.Actor;
import dalil.command.CommandSide;
import dalil.command.Recorder;
import dalil.command.Recorder.RequestIdReused;
import dalil.command.http.WriteCall;
import dalil.command.http.Writes;
import dalil.command.report.ReportForms.ReportForm;
import dalil.command.report.ReportTaking.Draw;
import dalil.command.report.ReportTaking.Taken;
import dalil.command.rule.Refusal;
import dalil.events.Facts;
import dalil.events.report.ReportCode;
import dalil.ledger.Ledger;
import dalil.ledger.LedgerCase;
import dalil.ledger.LedgerWiring;
import dalil.ledger.axon.FactSerializer;
import dalil.ledger.axon.LedgerEventStorageEngine;
import dalil.ledger.sqlite.LedgerFolder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** On a real ledger: the code comes from the request, and finds the report. */
class ReportTakingTest {

    private static final LedgerCase CASE = new LedgerCase(
            UUID.randomUUID(), "Made up", ZoneId.of("Asia/Bishkek"), List.of("ky"), "example.invalid/log");

    @SuppressWarnings("NullAway.Init")
    private Ledger ledger;

    @SuppressWarnings("NullAway.Init")
    private CommandSide commandSide;

    @SuppressWarnings("NullAway.Init")
    private Writes writes;

    @BeforeEach
    void open(@TempDir Path folder) {
        ledger = LedgerFolder.create(
                folder.resolve("ledger"), CASE, new LedgerWiring(Clock.systemUTC(), new SecureRandom(), failed -> {}));
        FactSerializer serializer = new FactSerializer(Facts.CATALOGUE);
        commandSide = new CommandSide(
                ledger,
                LedgerEventStorageEngine.builder()
                        .ledger(ledger)
                        .eventSerializer(serializer)
                        .snapshotSerializer(serializer)
                        .build());
        writes = new Writes(new Recorder(commandSide, Clock.systemUTC()), JsonMapper.shared());
    }

    @AfterEach
    void close() {
        commandSide.close();
        ledger.close();
    }

    private ReportTaking taking() {
        return new ReportTaking(writes, ledger, UUID::randomUUID);
    }

    private ReportTaking drawing(Draw draw) {
        return new ReportTaking(writes, ledger, UUID::randomUUID, draw);
    }

    private static WriteCall call(UUID request) {
        return new WriteCall(request, new Actor("local", "reporter", "web-page"), null, "POST /report");
    }

    private static ReportForm saying(String words) {
        return new ReportForm("web-page", "ky", null, words, null, null, null);
    }

    @Test
    void a_request_gets_one_code_however_often_it_is_sent() {
        UUID request = UUID.randomUUID();
        Taken first = taking().take(call(request), saying("Аянтта"));
        Taken again = taking().take(call(request), saying("Аянтта"));
        assertThat(again).isEqualTo(first);
        assertThat(ledger.size()).isEqualTo(1);
        assertThat(ledger.exists("report/" + first.code().id(ledger::digest))).isTrue();
        assertThat(first.recorded().id())
                .isEqualTo(first.code().id(ledger::digest).toString());
        assertThatThrownBy(() -> taking().take(call(request), saying("Аянтта эмес")))
                .isInstanceOf(RequestIdReused.class);
        Taken other = taking().take(call(UUID.randomUUID()), saying("Аянтта"));
        assertThat(other.code()).isNotEqualTo(first.code());
    }

    @Test
    void no_fact_holds_the_code() {
        Taken taken = taking().take(call(UUID.randomUUID()), saying("Аянтта"));
        String stored = ledger.read(0, 1).get(0).toString()
                + new String(ledger.read(0, 1).get(0).payload(), StandardCharsets.UTF_8)
                + ledger.read(0, 1).get(0).meta();
        assertThat(stored)
                .doesNotContain(taken.code().digits())
                .doesNotContain(taken.code().grouped());
    }

    @Test
    void a_code_that_is_taken_is_drawn_again_and_the_second_code_stays() {
        Draw colliding = (request, time) -> ReportCode.numbered(time);
        UUID second = UUID.randomUUID();
        assertThat(drawing(colliding)
                        .take(call(UUID.randomUUID()), saying("Биринчи"))
                        .code())
                .isEqualTo(ReportCode.numbered(0));
        Taken drawnAgain = drawing(colliding).take(call(second), saying("Экинчи"));
        assertThat(drawnAgain.code()).isEqualTo(ReportCode.numbered(1));
        assertThat(drawing(colliding).take(call(second), saying("Экинчи"))).isEqualTo(drawnAgain);
        assertThat(ledger.size()).isEqualTo(2);
        Draw stuck = (request, time) -> ReportCode.numbered(0);
        assertThatThrownBy(() -> drawing(stuck).take(call(UUID.randomUUID()), saying("Үчүнчү")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("busy"));
    }

    @Test
    void a_twin_that_drew_again_meanwhile_does_not_leave_us_with_the_code_of_another_report() {
        Draw colliding = (request, time) -> ReportCode.numbered(time);
        drawing(colliding).take(call(UUID.randomUUID()), saying("Биринчи"));
        UUID second = UUID.randomUUID();
        List<Taken> twins = new ArrayList<>();
        Draw late = (request, time) -> {
            if (twins.isEmpty()) {
                twins.add(drawing(colliding).take(call(second), saying("Экинчи")));
            }
            return ReportCode.numbered(time);
        };
        assertThat(drawing(late).take(call(second), saying("Экинчи"))).isEqualTo(twins.get(0));
        assertThat(twins.get(0).code()).isEqualTo(ReportCode.numbered(1));
        assertThat(ledger.size()).isEqualTo(2);
    }

    @Test
    void a_key_that_answered_something_else_is_a_conflict() {
        UUID request = UUID.randomUUID();
        Taken taken = taking().take(call(request), saying("Аянтта"));
        WriteCall aside = new WriteCall(UUID.randomUUID(), call(request).actor(), null, "POST other");
        String stream = "report/" + taken.recorded().id();
        writes.record(aside, "form", stream, List.of(new ReportCommand.SetReportAside(stream, "эки жолу келди")));
        assertThatThrownBy(() -> taking().take(call(aside.request()), saying("Аянтта")))
                .isInstanceOf(RequestIdReused.class);
    }

    @Test
    void a_double_tap_files_once_also_at_the_same_moment() throws Exception {
        ExecutorService taps = Executors.newFixedThreadPool(8);
        try {
            for (int round = 0; round < 10; round++) {
                UUID request = UUID.randomUUID();
                long before = ledger.size();
                Callable<ReportCode> tap =
                        () -> taking().take(call(request), saying("Аянтта")).code();
                Set<ReportCode> codes = new HashSet<>();
                for (Future<ReportCode> answer : taps.invokeAll(List.of(tap, tap, tap, tap, tap, tap, tap, tap))) {
                    codes.add(answer.get());
                }
                assertThat(codes).hasSize(1);
                assertThat(ledger.size()).isEqualTo(before + 1);
            }
        } finally {
            taps.shutdownNow();
        }
    }
}
