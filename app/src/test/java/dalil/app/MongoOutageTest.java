package dalil.app;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.app.RunningServer.Answer;
import dalil.ledger.key.KeyFolder;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers while that of the ledger is away, and afterwards; mongo-java-server speaks MongoDB's protocol and is not MongoDB. */
class MongoOutageTest {

    @Test
    void what_needs_the_ledger_says_when_to_come_back_and_what_does_not_goes_on(@TempDir Path folder) {
        MongoServer fake = new MongoServer(new MemoryBackend().version(ServerVersion.MONGO_5_0));
        try {
            fake.bind("127.0.0.1", 0);
            String uri = "mongodb://127.0.0.1:" + fake.getLocalAddress().getPort() + "/register";
            String id;
            try (RunningServer both = RunningServer.on(
                    folder.resolve("both"), Map.of("dalil.mongodb", uri, "dalil.mongodb.create", true))) {
                id = both.post("/api/incidents", "{\"title\":\"Ойдон чыгарылган окуя\"}")
                        .id();
            }
            Map<String, Object> reading = new HashMap<>(Side.query.properties());
            reading.put("dalil.mongodb", uri);
            reading.put(
                    Server.SIGNED_BY,
                    KeyFolder.publicKey(folder.resolve("both.keys")).format());
            try (RunningServer reads = RunningServer.on(folder.resolve("reads"), reading)) {
                assertThat(reads.get("/api/tallies?of=incidents&atLeast=0").status())
                        .isEqualTo(200);
                assertThat(reads.get("/api/incidents/" + id).status()).isEqualTo(200);

                fake.shutdownNow();

                Answer away = reads.get("/api/incidents/" + id);
                assertThat(away.status()).as(away.text()).isEqualTo(503);
                assertThat(away.code()).isEqualTo("ledger-busy");
                assertThat(away.header("Content-Type")).isEqualTo("application/problem+json");
                assertThat(away.header("Retry-After")).isEqualTo("2");
                assertThat(away.text()).doesNotContain("127.0.0.1");
                Answer tally = reads.get("/api/tallies?of=incidents");
                assertThat(tally.status()).isEqualTo(200);
                assertThat(tally.body().at("/total/reported").longValue()).isEqualTo(1);
                assertThat(reads.get("/api/timeline?format=csv").status()).isEqualTo(200);
            }
        } finally {
            fake.shutdownNow();
        }
    }

    @Test
    void a_server_goes_on_by_itself_when_its_ledger_is_there_again(@TempDir Path folder) throws Exception {
        MongoServer fake = new MongoServer(new MemoryBackend().version(ServerVersion.MONGO_5_0));
        fake.bind("127.0.0.1", 0);
        try (CutLine line = new CutLine(fake.getLocalAddress());
                RunningServer server = RunningServer.on(
                        folder.resolve("data"),
                        Map.of(
                                "dalil.mongodb",
                                "mongodb://127.0.0.1:" + line.port() + "/register",
                                "dalil.mongodb.create",
                                true,
                                "dalil.checkpoint.every",
                                "200ms"))) {
            assertThat(file(server, 1).status()).isEqualTo(201);

            line.cut();
            Answer away = file(server, 2);
            assertThat(away.status()).as(away.text()).isEqualTo(503);
            assertThat(away.code()).isEqualTo("ledger-busy");
            assertThat(away.header("Retry-After")).isNotEmpty();

            line.mend();
            Answer again = patiently(() -> file(server, 2), 201);
            long index = again.body().get("indexes").get(0).longValue();
            assertThat(index).isEqualTo(1);
            assertThat(file(server, 2).body()).isEqualTo(again.body());
            assertThat(file(server, 3).body().get("indexes").get(0).longValue()).isEqualTo(2);
            Answer tally = patiently(() -> server.get("/api/tallies?of=incidents&atLeast=2"), 200);
            assertThat(tally.body().at("/total/reported").longValue()).isEqualTo(3);
            patiently(() -> server.get("/api/receipts/2"), 200);
        } finally {
            fake.shutdownNow();
        }
    }

    private static Answer file(RunningServer server, int number) {
        return server.post(
                "/api/incidents",
                "{\"title\":\"Ойдон чыгарылган окуя " + number + "\"}",
                "Idempotency-Key",
                new UUID(0x4000L, 0x8000_0000_0000_0000L + number).toString());
    }

    /** Asks until the answer has a status, as a program does that is told when to come back. */
    private static Answer patiently(Supplier<Answer> question, int status) throws InterruptedException {
        Answer answer = question.get();
        for (int i = 0; i < 120 && answer.status() != status; i++) {
            Thread.sleep(500);
            answer = question.get();
        }
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        return answer;
    }
}
