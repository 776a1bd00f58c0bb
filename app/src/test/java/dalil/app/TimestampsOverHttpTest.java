package dalil.app;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.app.RunningServer.Answer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A whole server whose checkpoints an authority made of openssl timestamps, seen by a stranger with openssl. */
class TimestampsOverHttpTest {

    private final Path folder;

    TimestampsOverHttpTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Path data() {
        return folder.resolve("register");
    }

    private RunningServer stampedBy(OpensslAuthority authority, Path anchor) {
        return RunningServer.on(
                data(),
                Map.of(
                        "dalil.checkpoint.every",
                        "50ms",
                        "dalil.timestamp.every",
                        "1s",
                        "dalil.timestamp.authorities",
                        List.of(authority.address().toString()),
                        "dalil.timestamp.anchors",
                        List.of(anchor.toString())));
    }

    private static Answer awaited(RunningServer server, String path) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(40).toNanos();
        while (true) {
            Answer answer = server.get(path);
            if (answer.status() == 200 || System.nanoTime() > end) {
                return answer;
            }
            Thread.sleep(100);
        }
    }

    private static JsonNode health(RunningServer server) {
        return server.get("/actuator/health").body();
    }

    @Test
    void a_stranger_with_openssl_verifies_what_was_fetched_and_the_audit_agrees() throws Exception {
        try (OpensslAuthority authority = OpensslAuthority.in(folder.resolve("authority"))) {
            Instant before = Instant.now().minusSeconds(2);
            try (RunningServer server = stampedBy(authority, authority.anchor())) {
                server.source("self");
                Answer found = awaited(server, "/api/ledger/timestamps?index=0");
                assertThat(found.status()).isEqualTo(200);
                JsonNode token = found.body().get("tokens").get(0);
                assertThat(token.get("authority").stringValue())
                        .startsWith("127.0.0.1:")
                        .doesNotContain("/");
                assertThat(Instant.parse(token.get("at").stringValue())).isBetween(before, Instant.now());
                Answer note = server.get(found.body().get("checkpoint").stringValue());
                assertThat(note.text().lines().skip(1).findFirst())
                        .contains(found.body().get("size").asString());
                Answer der = server.get(token.get("token").stringValue());
                assertThat(der.header("Content-Type")).isEqualTo("application/vnd.etsi.timestamp-token");
                assertThat(der.header("Cache-Control")).contains("immutable");
                assertThat(authority.verify(der.whole().body(), note.whole().body()))
                        .startsWith("0 ")
                        .contains("Verification: OK");
                assertThat(authority.verify(der.whole().body(), (note.text() + "x").getBytes(StandardCharsets.UTF_8)))
                        .doesNotStartWith("0 ")
                        .contains("message imprint mismatch");
                assertThat(health(server)
                                .at("/components/timestamp/details/authorities/0/failures")
                                .intValue())
                        .isZero();
                assertThat(server.get("/api/ledger/timestamps?index=9000").code())
                        .isEqualTo("no-timestamp");
                assertThat(server.get("/api/ledger/timestamps?index=x").status())
                        .isEqualTo(400);
                for (String path :
                        List.of("9/checkpoint", "0/checkpoint", "x/checkpoint", "1/0.tst", "1/2.tst", "1/x.tst")) {
                    assertThat(server.get("/ledger/timestamps/" + path).status())
                            .as(path)
                            .isEqualTo(404);
                }
            }
            audited(authority);
        }
    }

    private void audited(OpensslAuthority authority) throws Exception {
        String data = data().toString();
        Said good = Said.by(
                "audit",
                "--data",
                data,
                "--timestamp-anchor",
                authority.anchor().toString());
        assertThat(good.text())
                .contains("attested: ")
                .contains("that the given anchors vouch for")
                .contains("intact: ");
        assertThat(good.exit()).isZero();
        Said none = Said.by("audit", "--data", data);
        assertThat(none.text()).contains("not seen: who made the timestamps").contains("intact: ");
        assertThat(none.exit()).isZero();
        try (OpensslAuthority stranger = OpensslAuthority.in(folder.resolve("stranger"))) {
            Said other = Said.by(
                    "audit",
                    "--data",
                    data,
                    "--timestamp-anchor",
                    stranger.anchor().toString());
            assertThat(other.text()).contains("BAD_TIMESTAMP").contains("the timestamp of checkpoint ");
            assertThat(other.exit()).isEqualTo(1);
        }
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");
        assertThat(Said.by("audit", "--data", data, "--timestamp-anchor", empty.toString())
                        .exit())
                .isEqualTo(2);
    }

    @Test
    void an_authority_that_fails_is_seen_in_health_and_nothing_else_stops() throws Exception {
        try (OpensslAuthority authority = OpensslAuthority.in(folder.resolve("authority"))) {
            authority.broken(true);
            try (RunningServer server = stampedBy(authority, authority.anchor())) {
                awaited(server, "/ledger/checkpoint");
                long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
                while (!"FAILING".equals(health(server).get("status").asString()) && System.nanoTime() < end) {
                    Thread.sleep(100);
                }
                assertThat(health(server).get("status").asString()).isEqualTo("FAILING");
                assertThat(health(server)
                                .at("/components/timestamp/details/authorities/0/why")
                                .asString())
                        .isEqualTo("status 503");
                assertThat(server.get("/actuator/health").status()).isEqualTo(200);
                assertThat(server.get("/actuator/health/readiness")
                                .body()
                                .get("status")
                                .asString())
                        .isEqualTo("UP");
                server.source("self");
                assertThat(awaited(server, "/api/ledger/proof?index=0").status())
                        .isEqualTo(200);
                assertThat(server.get("/api/ledger/timestamps").code()).isEqualTo("no-timestamp");
            }
        }
    }

    @Test
    void nobody_is_asked_unless_told_to() throws Exception {
        try (OpensslAuthority authority = OpensslAuthority.in(folder.resolve("authority"));
                RunningServer server = RunningServer.on(data())) {
            awaited(server, "/ledger/checkpoint");
            assertThat(health(server)
                            .at("/components/timestamp/details/authorities")
                            .isEmpty())
                    .isTrue();
            assertThat(authority.asked()).isZero();
            assertThat(health(server)
                            .at("/components/witness/details/witnesses")
                            .isEmpty())
                    .isTrue();
            assertThat(server.get("/ledger/checkpoint").text().lines().filter(line -> line.startsWith("— ")))
                    .hasSize(1);
        }
    }

    @Test
    void an_address_or_an_anchor_that_is_none_is_refused_before_anything_is_started() {
        for (String[] wrong : new String[][] {
            {"--timestamp-authority", "ftp://tsa.example/"},
            {"--timestamp-authority", "https://user:secret@tsa.example/"},
            {"--timestamp-authority", "http://a.example/", "--timestamp-authority", "http://a.example/other"},
            {"--timestamp-anchor", folder.resolve("gone.pem").toString()},
            {"--timestamp-every", "0"}
        }) {
            String[] all = new String[wrong.length + 5];
            all[0] = "serve";
            all[1] = "--port";
            all[2] = "0";
            all[3] = "--data";
            all[4] = data().toString();
            System.arraycopy(wrong, 0, all, 5, wrong.length);
            Said said = Said.by(all);
            assertThat(said.exit()).as(wrong[1]).isEqualTo(2);
            assertThat(said.text()).contains(wrong[0]).contains("Usage: ");
            assertThat(said.text()).doesNotContain("secret");
        }
        assertThat(data()).doesNotExist();
    }
}
