package dalil.app;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.ledger.Ledger;
import dalil.ledger.StoredFact;
import dalil.ledger.audit.Audit;
import dalil.ledger.audit.AuditKeys;
import dalil.ledger.audit.AuditReport;
import dalil.ledger.sqlite.LedgerFolder;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The whole server is killed while documenters file: nothing acknowledged is lost, and the next start needs nobody. */
class KilledServerTest {

    private static final int ROUNDS = Boolean.getBoolean("dalil.thorough") ? 30 : 3;
    private static final int DOCUMENTERS = 4;

    @Test
    void kill_9_loses_no_acknowledged_fact(@TempDir Path data) throws Exception {
        long seed = Long.getLong("dalil.seed", System.nanoTime());
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        Path register = data.resolve("register");
        Map<String, Long> acknowledged = new ConcurrentHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            try (ServerProcess server = ServerProcess.start(register)) {
                if (round > 0) {
                    theReadSideCountsThemAll(server, register);
                }
                List<Thread> documenters = new ArrayList<>();
                for (int i = 0; i < DOCUMENTERS; i++) {
                    long own = random.nextLong();
                    Thread documenter = new Thread(() -> file(server, new Random(own), acknowledged));
                    documenter.start();
                    documenters.add(documenter);
                }
                Thread.sleep(random.nextInt(1_500));
                server.kill();
                for (Thread documenter : documenters) {
                    documenter.join();
                }
            }
            AuditReport report =
                    Audit.of(register.resolve("ledger"), AuditKeys.of(data.resolve("register.keys"), List.of()));
            assertThat(report.findings()).isEmpty();
            assertThat(report.outcome()).isEqualTo(AuditReport.Outcome.INTACT);
            everyAcknowledgedFactStandsWhereItWasSaid(register, acknowledged);
        }
        try (ServerProcess server = ServerProcess.start(register)) {
            theReadSideCountsThemAll(server, register);
        }
    }

    private static void file(ServerProcess server, Random random, Map<String, Long> acknowledged) {
        JsonMapper json = JsonMapper.shared();
        while (true) {
            String id = new UUID(random.nextLong(), random.nextLong()).toString();
            try {
                HttpResponse<String> answer = server.post(
                        "/api/incidents", "{\"id\":\"" + id + "\",\"title\":\"Ойдон чыгарылган окуя " + id + "\"}");
                if (answer.statusCode() == 201) {
                    acknowledged.put(
                            id,
                            json.readTree(answer.body()).get("indexes").get(0).longValue());
                }
            } catch (IOException killed) {
                return;
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static void everyAcknowledgedFactStandsWhereItWasSaid(Path register, Map<String, Long> acknowledged) {
        try (Ledger ledger = LedgerFolder.openReadOnly(register.resolve("ledger"))) {
            Map<String, Long> stored = new HashMap<>();
            for (long from = 0; from < ledger.size(); from += 1_000) {
                for (StoredFact fact : ledger.read(from, 1_000)) {
                    String stream = Objects.requireNonNull(fact.stream());
                    assertThat(stored.put(stream, fact.index())).as(stream).isNull();
                }
            }
            acknowledged.forEach((id, index) ->
                    assertThat(stored.get("incident/" + id)).as(id).isEqualTo(index));
        }
    }

    /** A batch that was half-written when the process died would be counted twice. */
    private static void theReadSideCountsThemAll(ServerProcess server, Path register) throws Exception {
        long recorded;
        try (Ledger ledger = LedgerFolder.openReadOnly(register.resolve("ledger"))) {
            recorded = ledger.size();
        }
        if (recorded > 0) {
            HttpResponse<String> tally = server.get("/api/tallies?of=incidents&atLeast=" + (recorded - 1));
            assertThat(JsonMapper.shared()
                            .readTree(tally.body())
                            .at("/total/reported")
                            .longValue())
                    .isEqualTo(recorded);
        }
    }
}
