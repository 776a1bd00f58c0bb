package dalil.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dalil.app.RunningServer.Answer;
import dalil.ledger.key.KeyFolder;
import dalil.transparency.note.NoteSigner;
import dalil.transparency.note.VerifierKey;
import dalil.transparency.policy.Policy;
import dalil.transparency.proof.TlogProof;
import dalil.transparency.tree.Hash;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A whole server whose checkpoints a witness cosigns, seen by strangers. */
class WitnessesOverHttpTest {

    private final Path folder;

    WitnessesOverHttpTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Path data() {
        return folder.resolve("register");
    }

    private static RunningServer witnessed(Path data, Path policy) {
        return RunningServer.on(
                data, Map.of("dalil.checkpoint.every", "50ms", "dalil.witness.policy", policy.toString()));
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            Thread.sleep(50);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private static long signatures(String note) {
        return note.lines().filter(line -> line.startsWith("— ")).count();
    }

    private static boolean cosigned(RunningServer server, int facts) {
        String note = server.get("/ledger/checkpoint").text();
        return note.contains("\n" + facts + "\n") && signatures(note) == 2;
    }

    private static JsonNode health(RunningServer server) {
        return server.get("/actuator/health").body();
    }

    /** One register, three starts: starting takes longest. */
    @Test
    void checkpoint_and_receipts_carry_the_cosignature_the_audits_count_it_and_a_copy_put_back_with_its_keys_is_known()
            throws Exception {
        Path older = folder.resolve("older");
        try (SimpleWitness witness = new SimpleWitness("w");
                SimpleWitness other = new SimpleWitness("v")) {
            Path policy = witness.policy(folder.resolve("policy"));
            String note;
            try (RunningServer server = witnessed(data(), policy)) {
                server.source("self");
                await(() -> cosigned(server, 1));
                note = server.get("/ledger/checkpoint").text();
            }
            copy(data().resolve("ledger"), older.resolve("ledger"));
            copy(new DataFolder(data()).keys(), new DataFolder(older).keys());
            try (RunningServer server = witnessed(data(), policy)) {
                assertThat(server.get("/ledger/checkpoint").text())
                        .as("kept over a restart")
                        .isEqualTo(note);
                assertThat(health(server)
                                .at("/components/witness/details/witnesses/0/answeredSinceStart")
                                .booleanValue())
                        .as("asked before anybody could append")
                        .isTrue();
                VerifierKey own = KeyFolder.publicKey(new DataFolder(data()).keys());
                theReceiptHolds(server, own, policy);
                audited(server, own, policy, note, other);
                aServerThatLiesIsFound(server, own, policy, note, witness);
                server.source("self");
                await(() -> cosigned(server, 2));
                witness.down(true);
                server.source("self");
                aFailureIsSeen(server);
                witness.down(false);
            }
            try (RunningServer restored = witnessed(older, policy)) {
                isReadOnly(restored);
            }
        }
    }

    private static void theReceiptHolds(RunningServer server, VerifierKey own, Path policy) throws IOException {
        Answer receipt = server.get("/api/receipts/0");
        TlogProof proof =
                TlogProof.parse(receipt.body().get("proof").stringValue().getBytes(StandardCharsets.UTF_8));
        Policy trusted =
                Policy.parse(("log " + own + "\n" + Files.readString(policy)).getBytes(StandardCharsets.UTF_8));
        Hash leaf = Hash.parseHex(receipt.body().get("leaf").stringValue());
        assertThat(proof.verify(leaf, trusted).index()).isZero();
    }

    /** Between the audit and the server stands one that puts another line in the witness's place; and a client was shown another tree. */
    private void aServerThatLiesIsFound(
            RunningServer server, VerifierKey own, Path policy, String note, SimpleWitness witness) throws IOException {
        String line = witness.cosign(note.replace("\n1\n", "\n2\n").substring(0, note.indexOf("\n\n") + 1));
        String changed = note.substring(0, note.lastIndexOf("— ")) + line + "\n";
        HttpServer liar = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        liar.createContext("/", exchange -> {
            Answer answer = server.get(exchange.getRequestURI().getPath());
            byte[] body = exchange.getRequestURI().getPath().endsWith("/checkpoint")
                    ? changed.getBytes(StandardCharsets.UTF_8)
                    : answer.whole().body();
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        liar.start();
        try {
            String url = "http://127.0.0.1:" + liar.getAddress().getPort();
            Said lied = Said.by("audit", "--url", url, "--vkey", own.format(), "--policy", policy.toString());
            assertThat(lied.text())
                    .contains("BAD_COSIGNATURE: the checkpoint's cosignature by w: ")
                    .contains("does not verify");
            assertThat(lied.exit()).isEqualTo(1);
        } finally {
            liar.stop(0);
        }
        NoteSigner second = NoteSigner.ofSeed(own.name(), new byte[32]);
        String text = own.name() + "\n1\n" + Hash.parseHex("7".repeat(64)).base64() + "\n";
        Path shown = Files.writeString(
                folder.resolve("shown"), text + "\n" + second.sign(text).format() + "\n");
        Said fork = Said.by(
                "audit",
                "--url",
                server.address(),
                "--vkey",
                own.format(),
                "--vkey",
                second.verifierKey().format(),
                "--against",
                shown.toString());
        assertThat(fork.text())
                .contains("FORK at 0: " + shown + " is signed for root ")
                .contains(Files.readString(shown).strip())
                .contains(note.strip());
        assertThat(fork.exit()).isEqualTo(1);
    }

    private static void aFailureIsSeen(RunningServer server) throws InterruptedException {
        await(() -> "status 503"
                .equals(health(server)
                        .at("/components/witness/details/witnesses/0/why")
                        .asString()));
        assertThat(health(server).get("status").asString()).isEqualTo("FAILING");
        assertThat(server.get("/actuator/health/readiness").status()).isEqualTo(200);
        assertThat(server.source("self")).isNotEmpty();
    }

    private static void isReadOnly(RunningServer restored) {
        Answer refused = restored.post(
                "/api/sources", "{\"type\":\"newspaper-write-up\",\"name\":\"Гезит\",\"origin\":\"self\"}");
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.code()).isEqualTo("behind-checkpoint");
        assertThat(health(restored).at("/components/checkpoint/details/why").asString())
                .startsWith("the witness w saw a checkpoint of 2 facts, the published one covers 1");
        assertThat(restored.get("/ledger/checkpoint").status()).isEqualTo(503);
        assertThat(restored.get("/api/tallies?of=incidents").status()).isEqualTo(200);
    }

    private void audited(RunningServer server, VerifierKey own, Path policy, String note, SimpleWitness other)
            throws IOException {
        String data = data().toString();
        Said folded = Said.by("audit", "--data", data, "--policy", policy.toString());
        assertThat(folded.text())
                .contains("is cosigned by w; the policy's quorum w is reached")
                .contains("intact: ");
        assertThat(folded.exit()).isZero();
        Said remote =
                Said.by("audit", "--url", server.address(), "--vkey", own.format(), "--policy", policy.toString());
        assertThat(remote.text())
                .contains("is cosigned by w; the policy's quorum w is reached")
                .contains("intact: ");
        assertThat(remote.exit()).isZero();

        Path both = Files.writeString(
                folder.resolve("both"),
                Files.readString(policy)
                        .replace("quorum w", "witness v " + other.vkey() + "\ngroup g all v w\nquorum g"));
        for (String[] where : new String[][] {{"--data", data}, {"--url", server.address()}}) {
            Said missing = Said.by("audit", where[0], where[1], "--vkey", own.format(), "--policy", both.toString());
            assertThat(missing.text())
                    .contains("could not tell: the policy's quorum g is not reached")
                    .contains("not by v");
            assertThat(missing.exit()).isEqualTo(2);
        }
        Path impostor = Files.writeString(folder.resolve("impostor"), "witness w " + other.vkey() + "\nquorum w\n");
        assertThat(Said.by("audit", "--data", data, "--policy", impostor.toString())
                        .exit())
                .isEqualTo(2);

        Path kept = Files.writeString(folder.resolve("kept"), note);
        Said good = Said.by("audit", "--url", server.address(), "--vkey", own.format(), "--against", kept.toString());
        assertThat(good.text()).contains("the first 1 facts are those of " + kept);
        assertThat(good.exit()).isZero();
        for (String[] wrong : new String[][] {
            {"--policy", kept.toString()},
            {"--against", policy.toString()},
            {"--policy", folder.resolve("gone").toString()},
            {"--against", folder.resolve("gone").toString()}
        }) {
            Said refused = Said.by("audit", "--data", data, wrong[0], wrong[1]);
            assertThat(refused.exit()).isEqualTo(2);
            assertThat(refused.text()).contains(wrong[0] + ": ").contains("Usage: ");
        }
    }

    /** F11: whoever has both notes needs nothing else. */
    @Test
    void two_notes_of_one_size_prove_a_fork_without_any_register() throws IOException {
        NoteSigner log = NoteSigner.ofSeed("log.example", new byte[32]);
        Path[] notes = new Path[2];
        for (int i = 0; i < 2; i++) {
            String text = "log.example\n7\n"
                    + Hash.parseHex(Integer.toString(i).repeat(64)).base64() + "\n";
            notes[i] = Files.writeString(
                    folder.resolve("note" + i), text + "\n" + log.sign(text).format() + "\n");
        }
        String nowhere = folder.resolve("nowhere").toString();
        Said fork = Said.by(
                "audit",
                "--data",
                nowhere,
                "--vkey",
                log.verifierKey().format(),
                "--against",
                notes[0].toString(),
                "--against",
                notes[1].toString());
        assertThat(fork.text())
                .contains("FORK: " + notes[0] + " and " + notes[1] + ": two trees of 7 leaves")
                .contains(Files.readString(notes[0]))
                .contains(Files.readString(notes[1]))
                .contains("ALTERED: 1 finding in");
        assertThat(fork.exit()).isEqualTo(1);
        assertThat(Said.by(
                                "audit",
                                "--data",
                                nowhere,
                                "--against",
                                notes[0].toString(),
                                "--against",
                                notes[1].toString())
                        .exit())
                .as("nobody vouches for either")
                .isEqualTo(2);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (var files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName().toString()));
            }
        }
    }

    @Test
    void a_policy_that_is_none_is_refused_before_anything_is_started() throws IOException {
        try (SimpleWitness witness = new SimpleWitness("w")) {
            for (String line : new String[] {
                "nonsense\n", "quorum w\n", "witness w " + witness.vkey() + " ftp://w.example/\nquorum w\n"
            }) {
                Path wrong = Files.writeString(folder.resolve("wrong"), line);
                Said said = Said.by("serve", "--port", "0", "--data", data().toString(), "--policy", wrong.toString());
                assertThat(said.exit()).isEqualTo(2);
                assertThat(said.text()).contains("--policy: ").contains("Usage: ");
            }
            assertThat(data()).doesNotExist();
        }
    }
}
