package dalil.app;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.ledger.Ledger;
import dalil.ledger.StoredFact;
import dalil.ledger.sqlite.LedgerFolder;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The server is killed while people tell and documenters work up: each form is on record whole or not at all. */
class KilledWhileWorkingUpTest {

    private static final int ROUNDS = Boolean.getBoolean("dalil.thorough") ? 12 : 2;
    private static final int DOCUMENTERS = 3;
    private static final Pattern CODE = Pattern.compile("<p class=\"code\">(.+)</p>");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Reports that were filed: what was sent, and what was answered unless the server was gone by then. */
    private final Map<String, String> filed = new ConcurrentHashMap<>();

    private final Map<String, WorkingUp> workedUp = new ConcurrentHashMap<>();

    private record WorkingUp(
            String report,
            String body,
            String key,
            @Nullable String answer) {}

    @Test
    void a_form_is_on_record_whole_or_not_at_all_and_sent_again_gets_its_answer(@TempDir Path data) throws Exception {
        long seed = Long.getLong("dalil.seed", System.nanoTime());
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        Path register = data.resolve("register");
        for (int round = 0; round < ROUNDS; round++) {
            try (ServerProcess server = ServerProcess.start(register)) {
                List<Thread> documenters = new ArrayList<>();
                for (int i = 0; i < DOCUMENTERS; i++) {
                    Thread documenter = new Thread(() -> work(server));
                    documenter.start();
                    documenters.add(documenter);
                }
                Thread.sleep(500 + random.nextInt(1_500));
                server.kill();
                for (Thread documenter : documenters) {
                    documenter.join();
                }
            }
            everyAppendIsWhole(register);
        }
        assertThat(workedUp).isNotEmpty();
        try (ServerProcess server = ServerProcess.start(register)) {
            for (WorkingUp form : workedUp.values()) {
                HttpResponse<String> again = workUp(server, form.report(), form.body(), form.key());
                assertThat(again.statusCode()).as(again.body()).isEqualTo(201);
                if (form.answer() != null) {
                    assertThat(again.body()).isEqualTo(form.answer());
                }
            }
            for (Map.Entry<String, String> page : filed.entrySet()) {
                assertThat(file(server, page.getKey())).isEqualTo(page.getValue());
            }
        }
        everyAppendIsWhole(register);
    }

    private void work(ServerProcess server) {
        JsonMapper json = JsonMapper.shared();
        while (true) {
            try {
                String key = UUID.randomUUID().toString();
                filed.put(key, file(server, key));
                JsonNode taken = json.readTree(server.post("/api/reports", "{\"words\":\"Ойдон чыгарылган\"}")
                        .body());
                String report = taken.get("id").asString();
                String body = """
                        {"incident":{"title":"Ойдон чыгарылган окуя"},
                         "casualties":[{"claims":[%1$s]},{"claims":[%1$s]}]}""".formatted("""
                        {"attribute":"outcome","value":"injured","source":"%s","reported":"unknown"}""".formatted(report));
                String request = UUID.randomUUID().toString();
                workedUp.put(report, new WorkingUp(report, body, request, null));
                HttpResponse<String> answer = workUp(server, report, body, request);
                workedUp.put(report, new WorkingUp(report, body, request, answer.body()));
            } catch (IOException killed) {
                return;
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static HttpResponse<String> workUp(ServerProcess server, String report, String body, String key)
            throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(server.address() + "/api/reports/" + report + "/working-up"))
                        .header("Content-Type", "application/json")
                        .header("If-Match", "\"0\"")
                        .header("Idempotency-Key", key)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** The code that the page shows. */
    private static String file(ServerProcess server, String key) throws IOException, InterruptedException {
        String form =
                "lang=ru&key=" + key + "&words=" + URLEncoder.encode("Ойдон чыгарылган " + key, StandardCharsets.UTF_8);
        HttpResponse<String> page = HTTP.send(
                HttpRequest.newBuilder(URI.create(server.address() + "/report"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        Matcher code = CODE.matcher(page.body());
        assertThat(code.find()).as(page.body()).isTrue();
        return code.group(1);
    }

    /** A report, or the source, the incident, two casualties and that the report was worked up: nothing between. */
    private static void everyAppendIsWhole(Path register) {
        try (Ledger ledger = LedgerFolder.openReadOnly(register.resolve("ledger"))) {
            Map<String, List<String>> byRequest = new TreeMap<>();
            for (long from = 0; from < ledger.size(); from += 1_000) {
                for (StoredFact fact : ledger.read(from, 1_000)) {
                    byRequest
                            .computeIfAbsent(
                                    Objects.requireNonNull(fact.meta().get("request")), any -> new ArrayList<>())
                            .add(fact.type());
                }
            }
            assertThat(byRequest.values().stream().distinct().collect(Collectors.toList()))
                    .isSubsetOf(
                            List.of("report.taken"),
                            List.of(
                                    "source.registered",
                                    "incident.reported",
                                    "casualty.recorded",
                                    "casualty.recorded",
                                    "report.worked-up"));
        }
    }
}
