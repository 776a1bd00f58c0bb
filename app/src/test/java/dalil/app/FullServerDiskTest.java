package dalil.app;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.ledger.audit.Audit;
import dalil.ledger.audit.AuditKeys;
import dalil.ledger.audit.AuditReport;
import dalil.ledger.audit.AuditReport.Outcome;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The whole server on a disk that fills up, ledger and facts table alike. */
class FullServerDiskTest {

    private static final int ROUNDS = Boolean.getBoolean("dalil.thorough") ? 6 : 2;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final UUID FIRST = UUID.fromString("6f1c2d3e-0000-4000-8000-000000000001");

    private int filed;

    @Test
    void writes_answer_507_reads_and_exports_go_on_and_all_goes_on_once_there_is_space(@TempDir Path folder)
            throws Exception {
        Path keys = folder.resolve("keys");
        // most of it is DuckDB's library, which is unpacked there
        try (SmallDisk disk = SmallDisk.of(folder.resolve("disk"), 200_000)) {
            Path register = disk.root.resolve("register");
            try (ServerProcess server =
                    ServerProcess.start(register, "--keys", keys.toString(), "--checkpoint-every", "1")) {
                for (int i = 0; i < 20; i++) {
                    assertThat(file(server).statusCode()).isEqualTo(201);
                }
                await(() -> counted(server) == filed && receipt(server, filed - 1) == 200);
                for (int round = 0; round < ROUNDS; round++) {
                    int before = filed;
                    disk.leave(round * 15);
                    assertFull(fill(server));
                    assertReadsGoOn(server, before);
                    disk.free();
                    assertThat(file(server).statusCode()).isEqualTo(201);
                    await(() -> counted(server) == filed && receipt(server, filed - 1) == 200);
                    assertThat(server.isAlive()).isTrue();
                }
            }
            AuditReport report = Audit.of(register.resolve("ledger"), AuditKeys.of(keys, List.of()));
            assertThat(report.findings()).isEmpty();
            assertThat(report.outcome()).as(report.reason()).isEqualTo(Outcome.INTACT);
            assertThat(report.tree()).isNotNull().matches(tree -> tree.size() == filed);
        }
    }

    private static void assertFull(HttpResponse<String> refused) {
        assertThat(refused.statusCode()).isEqualTo(507);
        assertThat(refused.body()).contains("ledger-full").doesNotContain("Exception");
        assertThat(refused.headers().firstValue("Retry-After")).contains("30");
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    /** @param before how many were there when the disk was taken away; the facts table may have come no further */
    private static void assertReadsGoOn(ServerProcess server, int before) throws Exception {
        assertThat(counted(server)).isGreaterThanOrEqualTo(before);
        HttpResponse<String> export = server.get("/api/timeline?format=csv");
        assertThat(export.statusCode()).isEqualTo(200);
        assertThat(export.body().lines().count()).isGreaterThan(before);
        assertThat(server.get("/api/incidents/" + FIRST).statusCode()).isEqualTo(200);
        assertThat(receipt(server, before - 1)).isEqualTo(200);
        assertThat(server.get("/ledger/checkpoint").statusCode()).isEqualTo(200);
        assertThat(server.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(server.get("/actuator/health").body()).contains("\"diskSpace\":{\"details\":{\"total\":204800000,");
    }

    private HttpResponse<String> file(ServerProcess server) throws Exception {
        UUID id = filed == 0 ? FIRST : UUID.randomUUID();
        HttpResponse<String> answer =
                server.post("/api/incidents", "{\"id\":\"" + id + "\",\"title\":\"Ойдон чыгарылган окуя\"}");
        filed += answer.statusCode() == 201 ? 1 : 0;
        return answer;
    }

    private HttpResponse<String> fill(ServerProcess server) throws Exception {
        HttpResponse<String> answer = file(server);
        for (int i = 0; i < 3_000 && answer.statusCode() == 201; i++) {
            answer = file(server);
        }
        return answer;
    }

    private static long counted(ServerProcess server) throws Exception {
        HttpResponse<String> tally = server.get("/api/tallies?of=incidents");
        return JsonMapper.shared().readTree(tally.body()).at("/total/reported").longValue();
    }

    private static int receipt(ServerProcess server, long index) throws Exception {
        return server.get("/api/receipts/" + index).statusCode();
    }

    private static void await(Callable<Boolean> reached) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!reached.call()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            Thread.sleep(100);
        }
    }
}
