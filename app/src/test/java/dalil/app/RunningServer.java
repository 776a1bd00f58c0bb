package dalil.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real server in this JVM on a free port, spoken to over HTTP as anybody would. */
final class RunningServer implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ServletWebServerApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();

    private RunningServer(ServletWebServerApplicationContext context) {
        this.context = context;
    }

    static RunningServer on(Path data) {
        return on(data, Map.of());
    }

    /** With further properties, as the command line sets them. */
    static RunningServer on(Path data, Map<String, Object> more) {
        SpringApplication application = new SpringApplication(Server.class);
        Map<String, Object> properties = new HashMap<>(more);
        properties.putAll(Map.of(
                "server.port", "0",
                "dalil.data", data.toString(),
                "dalil.case.name", "An invented case",
                "dalil.case.zone", "Asia/Bishkek"));
        application.setDefaultProperties(properties);
        return new RunningServer((ServletWebServerApplicationContext) application.run());
    }

    /** @param body as JSON; {@code text} as it came */
    record Answer(int status, JsonNode body, String text, HttpResponse<byte[]> whole) {

        String id() {
            return body.get("id").stringValue();
        }

        String code() {
            return body.path("code").asString();
        }

        /** Refused as it stands, and the field is named. */
        void isRefused(String pointer, String code) {
            assertThat(status).as(text).isEqualTo(422);
            assertThat(body.at("/errors/0/pointer").asString()).as(text).isEqualTo(pointer);
            assertThat(body.at("/errors/0/code").asString()).as(text).isEqualTo(code);
        }

        String header(String name) {
            return whole.headers().firstValue(name).orElse("");
        }
    }

    Answer post(String path, String body, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    Answer get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            String text = new String(answer.body(), StandardCharsets.UTF_8);
            boolean json =
                    answer.headers().firstValue("Content-Type").orElse("").contains("json");
            return new Answer(answer.statusCode(), json ? JSON.readTree(text) : JSON.missingNode(), text, answer);
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    String address() {
        return "http://127.0.0.1:"
                + Objects.requireNonNull(context.getWebServer()).getPort();
    }

    HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address() + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    /** How many facts there are. */
    long ledgerSize() {
        return get("/actuator/health")
                .body()
                .at("/components/ledger/details/size")
                .longValue();
    }

    /** A registered source, invented. */
    String source(String origin) {
        return post("/api/sources", """
                        {"type":"newspaper-write-up","name":"Ойдон чыгарылган гезит","origin":"%s"}""".formatted(origin)).id();
    }

    @Override
    public void close() {
        context.close();
    }
}
