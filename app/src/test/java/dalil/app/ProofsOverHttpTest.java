package dalil.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dalil.app.RunningServer.Answer;
import dalil.ledger.audit.AuditReport;
import dalil.ledger.audit.AuditReport.Outcome;
import dalil.ledger.audit.Finding.Kind;
import dalil.ledger.audit.remote.RemoteAudit;
import dalil.ledger.key.KeyFolder;
import dalil.transparency.note.NoteSigner;
import dalil.transparency.note.VerifierKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The proofs of a whole server, and the audit of it from outside, also through a server that lies. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class ProofsOverHttpTest {

    private static final int INCIDENTS = 270;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private RunningServer server;

    @SuppressWarnings("NullAway.Init")
    private VerifierKey vkey;

    private Path data() {
        return folder.resolve("register");
    }

    @BeforeAll
    void start() {
        // filed under one server, so that the next start publishes all of it
        try (RunningServer first = RunningServer.on(data())) {
            for (int i = 0; i < INCIDENTS; i++) {
                String id = UUID.randomUUID().toString();
                assertThat(first.post("/api/incidents", "{\"id\":\"" + id + "\",\"title\":\"Ойдон чыгарылган\"}")
                                .status())
                        .isEqualTo(201);
            }
        }
        server = RunningServer.on(data());
        vkey = KeyFolder.publicKey(folder.resolve("register.keys"));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private URI address() {
        return URI.create(server.request("").build().uri().toString());
    }

    @Test
    void the_checkpoint_at_shutdown_covers_all_that_was_answered() {
        Answer checkpoint = server.get("/ledger/checkpoint");
        assertThat(checkpoint.status()).isEqualTo(200);
        assertThat(checkpoint.text().lines().skip(1).findFirst()).contains(Integer.toString(INCIDENTS));
        assertThat(server.get("/actuator/health")
                        .body()
                        .at("/components/checkpoint/details/rollback")
                        .asString())
                .isEqualTo("checked");
    }

    @Test
    void a_stranger_with_the_key_rebuilds_everything_and_is_told_what_they_could_not_see() {
        AuditReport report = RemoteAudit.of(address(), List.of(vkey));
        assertThat(report.findings()).isEmpty();
        assertThat(report.outcome()).isEqualTo(Outcome.INTACT);
        assertThat(report.signed().authentic()).isTrue();
        assertThat(report.tree()).isNotNull();
        assertThat(report.unseen()).hasSize(2);
    }

    /** Stands between the audit and the server and changes what passes. */
    private AuditReport through(BiFunction<String, byte[], byte[]> change) throws IOException {
        HttpServer liar = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        liar.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            Answer answer = server.get(path);
            byte[] body = change.apply(path, answer.whole().body());
            int status = body.length == 0 ? 404 : body == FORBIDDEN ? 403 : answer.status();
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        liar.start();
        try {
            return RemoteAudit.of(
                    URI.create("http://127.0.0.1:" + liar.getAddress().getPort() + "/"), List.of(vkey));
        } finally {
            liar.stop(0);
        }
    }

    private static final byte[] FORBIDDEN = {'n', 'o'};

    private static byte[] flipped(byte[] body, int at) {
        byte[] changed = body.clone();
        changed[at] ^= 1;
        return changed;
    }

    @Test
    void a_changed_byte_of_any_answer_is_found() throws IOException {
        for (String path : List.of(
                "/ledger/tile/0/000",
                "/ledger/tile/0/001.p/14",
                "/ledger/tile/1/000.p/1",
                "/ledger/tile/entries/000")) {
            assertThat(through((asked, body) -> asked.equals(path) ? flipped(body, 20) : body)
                            .outcome())
                    .as(path)
                    .isEqualTo(Outcome.ALTERED);
        }
        AuditReport forged = through((asked, body) -> asked.endsWith("checkpoint")
                ? new String(body, StandardCharsets.UTF_8)
                        .replace("\n" + INCIDENTS + "\n", "\n" + (INCIDENTS - 1) + "\n")
                        .getBytes(StandardCharsets.UTF_8)
                : body);
        assertThat(forged.findings()).anyMatch(finding -> finding.kind() == Kind.BAD_SIGNATURE);
    }

    @Test
    void a_tile_that_is_not_shown_is_missing_and_the_rest_is_still_looked_at() throws IOException {
        AuditReport report = through((asked, body) ->
                asked.equals("/ledger/tile/0/000") ? new byte[0] : asked.contains("1/000") ? flipped(body, 0) : body);
        assertThat(report.findings()).anyMatch(finding -> finding.kind() == Kind.MISSING);
        assertThat(report.outcome()).isEqualTo(Outcome.ALTERED);
    }

    @Test
    void where_entries_are_not_shown_the_hashes_are_checked_and_the_report_says_so() throws IOException {
        AuditReport report = through((asked, body) -> asked.contains("/entries/") ? FORBIDDEN : body);
        assertThat(report.findings()).isEmpty();
        assertThat(report.unseen()).anyMatch(what -> what.startsWith("the records: "));
    }

    @Test
    void the_command_line_audits_the_folder_with_the_key_beside_it_and_the_server_with_a_pinned_key() {
        Said beside = Said.by("audit", "--data", data().toString());
        assertThat(beside.text()).contains("intact: ");
        assertThat(beside.exit()).isZero();
        Said pinned = Said.by("audit", "--url", address().toString(), "--vkey", vkey.format());
        assertThat(pinned.text()).contains("not seen: sections").contains("intact: " + INCIDENTS + " facts");
        assertThat(pinned.exit()).isZero();
        Said json = Said.by("audit", "--url", address().toString(), "--vkey", vkey.format(), "--json");
        assertThat(json.text()).contains("\"authentic\" : true").contains("\"unseen\"");
    }

    @Test
    void without_a_pinned_key_the_command_line_could_not_tell_and_with_a_wrong_one_it_is_altered() {
        Said unpinned = Said.by("audit", "--url", address().toString());
        assertThat(unpinned.text()).contains("no --vkey was given").contains("could not tell who signed");
        assertThat(unpinned.exit()).isEqualTo(2);
        String wrong = NoteSigner.generate(vkey.name(), new SecureRandom())
                .verifierKey()
                .format();
        assertThat(Said.by("audit", "--url", address().toString(), "--vkey", wrong)
                        .exit())
                .isEqualTo(1);
        assertThat(Said.by("audit", "--url", address().toString(), "--vkey", "nonsense")
                        .exit())
                .isEqualTo(2);
        assertThat(Said.by("audit", "--url", "http://127.0.0.1:1/").exit()).isEqualTo(2);
        assertThat(Said.by(
                                "audit",
                                "--data",
                                data().toString(),
                                "--keys",
                                folder.resolve("nowhere").toString())
                        .exit())
                .isEqualTo(2);
    }

    @Test
    void checkpoints_of_two_sizes_need_a_register_and_the_answer_says_which_options_name_one() throws IOException {
        Path one = folder.resolve("one");
        Path other = folder.resolve("other");
        try (RunningServer own = RunningServer.on(folder.resolve("two-sizes"))) {
            own.source("self");
        }
        try (RunningServer own = RunningServer.on(folder.resolve("two-sizes"))) {
            Files.writeString(one, own.get("/ledger/checkpoint").text());
            own.source("self");
        }
        try (RunningServer own = RunningServer.on(folder.resolve("two-sizes"))) {
            Files.writeString(other, own.get("/ledger/checkpoint").text());
        }
        Said said = Said.by(
                "audit",
                "--data",
                folder.resolve("nowhere").toString(),
                "--vkey",
                KeyFolder.publicKey(folder.resolve("two-sizes.keys")).format(),
                "--against",
                one.toString(),
                "--against",
                other.toString());
        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.text()).contains("--data, --url or --mongodb");
    }

    @Test
    void key_show_prints_the_public_half_and_nothing_else() throws IOException {
        Said shown = Said.by("key", "show", "--data", data().toString());
        assertThat(shown.exit()).isZero();
        assertThat(shown.text()).isEqualTo("origin  " + vkey.name() + "\nvkey    " + vkey.format() + "\n");
        assertThat(Said.by("key", "show", "--keys", folder.resolve("nowhere").toString())
                        .exit())
                .isEqualTo(2);
    }

    @Test
    void an_older_copy_put_back_answers_reads_and_refuses_writes_with_the_code(CapturedOutput said) throws IOException {
        Path own = folder.resolve("restored");
        try (RunningServer first = RunningServer.on(own)) {
            first.source("self");
        }
        Path backup = folder.resolve("backup");
        copy(own, backup);
        try (RunningServer second = RunningServer.on(own)) {
            second.source("self");
        }
        copy(backup, own);
        try (RunningServer restored = RunningServer.on(own)) {
            Answer refused = restored.post(
                    "/api/sources", "{\"type\":\"newspaper-write-up\",\"name\":\"Гезит\",\"origin\":\"self\"}");
            assertThat(said.toString()).contains("READ-ONLY: the ledger has 1 facts");
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.code()).isEqualTo("behind-checkpoint");
            Answer health = restored.get("/actuator/health");
            assertThat(health.status()).isEqualTo(503);
            assertThat(restored.get("/actuator/health/readiness").status()).isEqualTo(503);
            assertThat(health.body()
                            .at("/components/checkpoint/details/signing")
                            .asString())
                    .isEqualTo("behind");
            assertThat(restored.get("/ledger/checkpoint").status()).isEqualTo(503);
            assertThat(restored.get("/api/tallies?of=incidents").status()).isEqualTo(200);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Path ledger = to.resolve("ledger");
        Files.createDirectories(ledger);
        try (var files = Files.list(from.resolve("ledger"))) {
            for (Path file : files.toList()) {
                Files.write(ledger.resolve(file.getFileName().toString()), Files.readAllBytes(file));
            }
        }
    }
}
