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
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The whole server is killed while documenters file: nothing acknowledged is lost, and the next start needs nobody. */
class KilledServerTest {

    private static final int ROUNDS = Boolean.getBoolean("dalil.thorough") ? 20 : 2;
    private static final int DOCUMENTERS = 4;
    private static final int STARTS = Boolean.getBoolean("dalil.thorough") ? 8 : 1;

    private final Set<String> unanswered = ConcurrentHashMap.newKeySet();

    @Test
    void kill_9_loses_no_acknowledged_fact(@TempDir Path data) throws Exception {
        long seed = Long.getLong("dalil.seed", System.nanoTime());
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        Path register = data.resolve("register");
        Map<String, Long> acknowledged = new ConcurrentHashMap<>();
        killedWhileItStarts(register, random);
        for (int round = 0; round < ROUNDS; round++) {
            try (ServerProcess server = ServerProcess.start(register)) {
                if (round > 0) {
                    theReadSideCountsThemAll(server, register);
                    theSameRequestAgainHasOneEffect(server, random, acknowledged);
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
            // a kill between the two halves of a commit frame, which nobody can tell from damage before the next start
            boolean torn = String.valueOf(report.reason()).startsWith("the last transaction in the log is torn");
            assertThat(report.outcome() == AuditReport.Outcome.INTACT || torn)
                    .as(report.reason())
                    .isTrue();
            everyAcknowledgedFactStandsWhereItWasSaid(register, acknowledged);
        }
        try (ServerProcess server = ServerProcess.start(register)) {
            theReadSideCountsThemAll(server, register);
        }
    }

    /** Also in its very first seconds, when it makes its folders. */
    private static void killedWhileItStarts(Path register, Random random) throws Exception {
        for (int i = 0; i < STARTS; i++) {
            Process starting =
                    ServerProcess.java("dalil.app.Main", "serve", "--data", register.toString(), "--port", "0");
            Thread.sleep(random.nextInt(3_000));
            starting.destroyForcibly().waitFor();
        }
    }

    private void file(ServerProcess server, Random random, Map<String, Long> acknowledged) {
        while (true) {
            String id = new UUID(random.nextLong(), random.nextLong()).toString();
            try {
                HttpResponse<String> answer = post(server, id);
                if (answer.statusCode() == 201) {
                    acknowledged.put(id, index(answer));
                }
            } catch (IOException killed) {
                unanswered.add(id);
                return;
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** The request's id is the record's, so that nothing but the request has to be remembered to send it again. */
    private static HttpResponse<String> post(ServerProcess server, String id) throws IOException, InterruptedException {
        String incident = "{\"id\":\"" + id + "\",\"title\":\"Ойдон чыгарылган окуя " + id + "\"}";
        return server.post("/api/incidents", incident, "Idempotency-Key", id);
    }

    private static long index(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body()).get("indexes").get(0).longValue();
    }

    /** Whether its answer was lost before or after the facts were stored, or came: one to five times more. */
    private void theSameRequestAgainHasOneEffect(ServerProcess server, Random random, Map<String, Long> acknowledged)
            throws Exception {
        List<String> again = new ArrayList<>(unanswered);
        acknowledged.keySet().stream().limit(3).forEach(again::add);
        unanswered.clear();
        for (String id : again) {
            for (int times = 1 + random.nextInt(5); times > 0; times--) {
                HttpResponse<String> answer = post(server, id);
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
                long index = index(answer);
                assertThat(acknowledged.computeIfAbsent(id, first -> index)).isEqualTo(index);
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
