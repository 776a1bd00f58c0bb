package dalil.app;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.app.RunningServer.Answer;
import dalil.ledger.key.KeyFolder;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Whole servers and the command line on a ledger in mongo-java-server, which speaks MongoDB's protocol and is not MongoDB. */
class OnMongoTest {

    private final MongoServer fake = new MongoServer(new MemoryBackend().version(ServerVersion.MONGO_5_0));
    private final String uri;
    private final Path folder;

    OnMongoTest(@TempDir Path folder) {
        this.folder = folder;
        fake.bind("127.0.0.1", 0);
        this.uri = "mongodb://127.0.0.1:" + fake.getLocalAddress().getPort() + "/register";
    }

    @AfterEach
    void stop() {
        fake.shutdownNow();
    }

    private record Said(int exit, String out, String error) {}

    private static Said dalil(String... arguments) {
        PrintStream out = System.out;
        PrintStream error = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
        try {
            int exit = new CommandLine(new Main()).execute(arguments);
            return new Said(exit, said.toString(StandardCharsets.UTF_8), complained.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(error);
        }
    }

    @Test
    void two_servers_on_one_ledger_show_one_register_and_one_of_them_signs() throws Exception {
        Path keys = folder.resolve("one.keys");
        String id;
        try (RunningServer one = RunningServer.on(
                folder.resolve("one"),
                Map.of("dalil.mongodb", uri, "dalil.mongodb.create", true, "dalil.checkpoint.every", "200ms"))) {
            String vkey = KeyFolder.publicKey(keys).format();
            try (RunningServer two =
                    RunningServer.on(folder.resolve("two"), Map.of("dalil.mongodb", uri, "dalil.signed-by", vkey))) {
                Answer filed = one.post("/api/incidents", "{\"title\":\"Ойдон чыгарылган окуя\"}");
                assertThat(filed.status()).isEqualTo(201);
                id = filed.id();
                long index = filed.body().get("indexes").get(0).longValue();
                Answer tally = two.get("/api/tallies?of=incidents&atLeast=" + index);
                assertThat(tally.body().at("/total/reported").longValue()).isEqualTo(1);
                assertThat(two.get("/api/incidents/" + id).status()).isEqualTo(200);

                Answer other = two.post("/api/incidents", "{\"title\":\"Дагы бир окуя\"}");
                assertThat(other.status()).isEqualTo(201);
                long second = other.body().get("indexes").get(0).longValue();
                Answer receipt = two.get("/api/receipts/" + second);
                long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
                while (receipt.status() != 200 && System.nanoTime() < end) {
                    Thread.sleep(100);
                    receipt = two.get("/api/receipts/" + second);
                }
                assertThat(receipt.status()).isEqualTo(200);
                assertThat(two.get("/ledger/checkpoint").text()).contains(vkey.split("\\+")[0]);
                assertThat(two.get("/actuator/health/readiness").status()).isEqualTo(200);
            }
        }
        Said audit = dalil("audit", "--mongodb", uri, "--keys", keys.toString());
        assertThat(audit.out()).contains("intact: 2 facts");
        assertThat(audit.exit()).isZero();

        Path moved = folder.resolve("moved");
        Said copy = dalil("copy", "--from", uri, "--to", moved.toString());
        assertThat(copy.error()).isEmpty();
        assertThat(copy.out()).startsWith("copied: 2 facts, root ");
        assertThat(copy.exit()).isZero();
        assertThat(dalil("audit", "--data", moved.toString(), "--keys", keys.toString())
                        .exit())
                .isZero();
        assertThat(dalil("copy", "--from", uri, "--to", moved.toString()).exit())
                .as("not empty")
                .isEqualTo(2);
        try (RunningServer one = RunningServer.on(moved, Map.of("dalil.keys", keys.toString()))) {
            assertThat(one.get("/api/incidents/" + id).status()).isEqualTo(200);
            assertThat(one.get("/actuator/health/readiness").status()).isEqualTo(200);
        }
    }

    @Test
    void what_is_wrong_with_an_address_is_said_plainly_with_exit_code_2() {
        for (String command : new String[] {"serve", "audit"}) {
            Said malformed = dalil(command, "--mongodb", "mongodb://u:very-secret@localhost");
            assertThat(malformed.exit()).isEqualTo(2);
            assertThat(malformed.error()).startsWith("--mongodb: the address of a MongoDB server names no database");
            assertThat(malformed.error()).doesNotContain("very-secret");
        }
        Said copy = dalil("copy", "--from", "mongodb://localhost", "--to", folder.toString());
        assertThat(copy.exit()).isEqualTo(2);
        assertThat(copy.error()).startsWith("--from: the address of a MongoDB server names no database");

        Said wrongDatabase =
                dalil("serve", "--mongodb", uri, "--data", folder.resolve("x").toString());
        assertThat(wrongDatabase.error())
                .contains("dalil serve: no ledger can be opened in " + uri + ": the database holds none");
        assertThat(wrongDatabase.exit()).isEqualTo(2);
        Said nothingToAudit = dalil("audit", "--mongodb", uri);
        assertThat(nothingToAudit.out()).contains("could not tell: no ledger in " + uri);
        assertThat(nothingToAudit.exit()).isEqualTo(2);

        Said unreachable = dalil("audit", "--mongodb", "mongodb://127.0.0.1:1/register");
        assertThat(unreachable.out()).contains("no server that takes writes answers there within 5000 ms");
        assertThat(unreachable.exit()).isEqualTo(2);
        Said signedByNobody = dalil("serve", "--mongodb", uri, "--signed-by", "x");
        assertThat(signedByNobody.exit()).isEqualTo(2);
        assertThat(dalil("serve", "--create").exit()).isEqualTo(2);
    }
}
