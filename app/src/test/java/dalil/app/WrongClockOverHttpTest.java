package dalil.app;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.app.RunningServer.Answer;
import dalil.ledger.Ledger;
import dalil.ledger.LedgerWiring;
import dalil.ledger.NewFact;
import dalil.ledger.StoredFact;
import dalil.ledger.sqlite.LedgerFolder;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrongClockOverHttpTest {

    @Test
    void behind_what_was_recorded_last_writes_are_told_to_come_back_and_reads_go_on(@TempDir Path folder) {
        Path register = folder.resolve("register");
        try (RunningServer server = RunningServer.on(register)) {
            server.source("self");
        }
        recordedByAClockThatIsAhead(register.resolve("ledger"), Duration.ofHours(1));
        try (RunningServer server = RunningServer.on(register)) {
            Answer refused = server.post("/api/incidents", "{\"title\":\"Ойдон чыгарылган\"}");
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.code()).isEqualTo("clock-behind");
            assertThat(refused.header("Retry-After")).isEqualTo("30");
            assertThat(server.get("/api/tallies?of=incidents&atLeast=1").status())
                    .isEqualTo(200);
            assertThat(server.get("/actuator/health")
                            .body()
                            .at("/components/ledger/details/clockStepFlagged")
                            .asBoolean())
                    .isTrue();
        }
    }

    /** The first fact once more, as one of another record. */
    private static void recordedByAClockThatIsAhead(Path folder, Duration ahead) {
        Clock clock = Clock.offset(Clock.systemUTC(), ahead);
        LedgerWiring wiring = new LedgerWiring(clock, new SecureRandom(), failure -> {
            throw new AssertionError(failure);
        });
        try (Ledger ledger = LedgerFolder.open(folder, wiring)) {
            StoredFact first = ledger.read(0, 1).get(0);
            ledger.append(
                    List.of(new NewFact(
                            UUID.randomUUID().toString(),
                            first.at(),
                            first.type(),
                            first.revision(),
                            "source/" + UUID.randomUUID(),
                            0,
                            first.payload(),
                            first.sealed(),
                            Map.of("actor", "a", "role", "documenter"))),
                    null);
        }
    }
}
