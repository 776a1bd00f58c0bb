package dalil.app;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.ledger.key.KeyFolder;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Command side and query side as processes of their own behind a gateway, on mongo-java-server, which speaks MongoDB's protocol and is
 * not MongoDB.
 */
class TwoSidesTest {

    private static final int ROWS = 60;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void the_main_job_runs_through_them_and_reading_goes_on_without_the_one_that_writes(@TempDir Path folder)
            throws Exception {
        MongoServer fake = new MongoServer(new MemoryBackend().version(ServerVersion.MONGO_5_0));
        fake.bind("127.0.0.1", 0);
        String uri = "mongodb://127.0.0.1:" + fake.getLocalAddress().getPort() + "/register";
        String[] command = {"--side", "command", "--mongodb", uri, "--create", "--checkpoint-every", "1"};
        ServerProcess writes = ServerProcess.start(folder.resolve("command"), command);
        String vkey = KeyFolder.publicKey(folder.resolve("command.keys")).format();
        try (ServerProcess reads = ServerProcess.start(
                        folder.resolve("query"), "--side", "query", "--mongodb", uri, "--signed-by", vkey);
                Gateway gateway = new Gateway(writes.address(), reads.address())) {
            Path[] files = InventedDataset.in(folder, ROWS);
            Process imported = ServerProcess.java(
                    "dalil.app.Main",
                    "import",
                    "--profile",
                    files[0].toString(),
                    files[1].toString(),
                    "--server",
                    gateway.address());
            String said = new String(imported.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(imported.waitFor()).as(said).isZero();

            HttpResponse<String> filed =
                    post(gateway, "/api/incidents", "{\"title\":\"Ойдон чыгарылган окуя — ң ө ү\"}");
            assertThat(filed.statusCode()).as(filed.body()).isEqualTo(201);
            JsonNode written = JsonMapper.shared().readTree(filed.body());
            long index = written.at("/indexes/0").longValue();
            HttpResponse<String> tally = get(gateway, "/api/tallies?of=incidents&atLeast=" + index);
            assertThat(JsonMapper.shared()
                            .readTree(tally.body())
                            .at("/total/reported")
                            .longValue())
                    .isEqualTo(ROWS + 1);
            assertThat(get(gateway, "/api/incidents/" + written.get("id").asString())
                            .body())
                    .contains("Ойдон чыгарылган окуя — ң ө ү");
            receipt(gateway, index);
            assertThat(get(gateway, "/report").statusCode()).isEqualTo(200);
            assertThat(get(gateway, "/").body()).contains("Dalil");
            assertThat(writes.get("/api/tallies").statusCode())
                    .as("the other side's")
                    .isEqualTo(404);
            assertThat(reads.post("/api/incidents", "{\"title\":\"x\"}").statusCode())
                    .as("the other side's")
                    .isIn(404, 405);

            writes.kill();
            assertThat(get(gateway, "/api/tallies?of=incidents").statusCode()).isEqualTo(200);
            assertThat(reads.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        } finally {
            writes.close();
            fake.shutdownNow();
        }
    }

    private void receipt(Gateway gateway, long index) throws IOException, InterruptedException {
        HttpResponse<String> receipt = get(gateway, "/api/receipts/" + index);
        for (int i = 0; i < 200 && receipt.statusCode() != 200; i++) {
            Thread.sleep(100);
            receipt = get(gateway, "/api/receipts/" + index);
        }
        assertThat(receipt.statusCode()).as(receipt.body()).isEqualTo(200);
    }

    private HttpResponse<String> get(Gateway gateway, String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(gateway.address() + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(Gateway gateway, String path, String body)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(gateway.address() + path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
