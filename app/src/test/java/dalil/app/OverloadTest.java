package dalil.app;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.ledger.Ledger;
import dalil.ledger.StoredFact;
import dalil.ledger.sqlite.LedgerFolder;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * Ten times as many clients as the server has threads, none of which ever pauses. Each is answered, with what was recorded or with when
 * to come back; and the server is its old self at once when they stop.
 */
class OverloadTest {

    private static final int CLIENTS = 640;
    private static final Duration LASTING = Duration.ofSeconds(Boolean.getBoolean("dalil.thorough") ? 20 : 3);
    private static final Duration RECOVERY = Duration.ofSeconds(10);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ConcurrentLinkedQueue<Long> accepted = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Long> refused = new ConcurrentLinkedQueue<>();
    private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();

    @Test
    void too_many_are_told_to_come_back_and_nobody_waits_long_or_loses_anything(@TempDir Path folder) throws Exception {
        Path register = folder.resolve("register");
        try (ServerProcess server = ServerProcess.startToRun(register)) {
            long end = System.nanoTime() + LASTING.toNanos();
            List<CompletableFuture<Void>> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(file(server.address(), end));
            }
            clients.forEach(CompletableFuture::join);
            long stopped = System.nanoTime();
            HttpResponse<String> after = post(
                            server.address(), UUID.randomUUID().toString())
                    .get(RECOVERY.toSeconds(), java.util.concurrent.TimeUnit.SECONDS);
            assertThat(after.statusCode()).isEqualTo(201);
            assertThat(Duration.ofNanos(System.nanoTime() - stopped)).isLessThan(RECOVERY);
            assertThat(server.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
            tell();
        }
        assertThat(wrong).as("neither recorded nor told to come back").isEmpty();
        assertThat(accepted).isNotEmpty();
        assertThat(refused).isNotEmpty();
        everythingAcknowledgedIsThere(register);
    }

    private CompletableFuture<HttpResponse<String>> post(String address, String id) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/api/incidents"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"id\":\"" + id + "\",\"title\":\"Ойдон чыгарылган окуя\"}"))
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }

    private CompletableFuture<Void> file(String address, long end) {
        if (System.nanoTime() > end) {
            return CompletableFuture.completedFuture(null);
        }
        String id = UUID.randomUUID().toString();
        long sent = System.nanoTime();
        return post(address, id)
                .handle((answer, failure) -> {
                    note(id, answer, failure, System.nanoTime() - sent);
                    return answer;
                })
                .thenComposeAsync(answer -> file(address, end));
    }

    private void note(String id, HttpResponse<String> answer, Throwable failure, long nanos) {
        if (failure != null) {
            wrong.add(failure.toString());
        } else if (answer.statusCode() == 201) {
            accepted.add(nanos);
            acknowledged.put(
                    id,
                    JsonMapper.shared()
                            .readTree(answer.body())
                            .get("indexes")
                            .get(0)
                            .longValue());
        } else if (answer.statusCode() == 503
                && answer.body().contains("ledger-busy")
                && answer.headers().firstValueAsLong("Retry-After").orElse(0) > 0) {
            refused.add(nanos);
        } else {
            wrong.add(answer.statusCode() + " " + answer.body());
        }
    }

    private void tell() {
        System.out.printf(
                "%d clients for %d s: %d recorded, half within %d ms, 99 of 100 within %d ms; %d told to come back, 99 of 100 within %d ms%n",
                CLIENTS,
                LASTING.toSeconds(),
                accepted.size(),
                millis(accepted, 0.5),
                millis(accepted, 0.99),
                refused.size(),
                millis(refused, 0.99));
    }

    private static long millis(ConcurrentLinkedQueue<Long> nanos, double part) {
        List<Long> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        return sorted.isEmpty() ? -1 : sorted.get((int) ((sorted.size() - 1) * part)) / 1_000_000;
    }

    private void everythingAcknowledgedIsThere(Path register) {
        try (Ledger ledger = LedgerFolder.openReadOnly(register.resolve("ledger"))) {
            Map<String, Long> stored = new HashMap<>();
            for (long from = 0; from < ledger.size(); from += 1_000) {
                for (StoredFact fact : ledger.read(from, 1_000)) {
                    assertThat(stored.put(Objects.requireNonNull(fact.stream()), fact.index()))
                            .isNull();
                }
            }
            acknowledged.forEach((id, index) ->
                    assertThat(stored.get("incident/" + id)).as(id).isEqualTo(index));
        }
    }
}
