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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The read side alone while the ledger's server is away; mongo-java-server speaks MongoDB's protocol and is not MongoDB. */
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
}
