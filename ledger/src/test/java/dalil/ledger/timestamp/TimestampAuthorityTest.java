package dalil.ledger.timestamp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dalil.ledger.outside.OutsideAddress;
import dalil.ledger.outside.OutsideHttp;
import dalil.transparency.MalformedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Authorities over HTTP that mean ill; one made of openssl is asked by a whole server elsewhere. */
class TimestampAuthorityTest {

    private static final byte[] NOTE = "a signed checkpoint\n".getBytes(UTF_8);
    private static final Duration PATIENCE = Duration.ofMillis(700);

    private static TimestampAuthority at(String address, Duration patience) {
        return new TimestampAuthority(OutsideAddress.parse(address), new OutsideHttp(patience), new SecureRandom());
    }

    @Test
    void a_status_that_is_not_200_is_told() throws Exception {
        refused(
                exchange -> {
                    exchange.sendResponseHeaders(503, -1);
                    exchange.close();
                },
                IOException.class,
                "status 503");
    }

    /** What is thrown at somebody who asks a server that answers like this. */
    private static void refused(HttpHandler answers, Class<? extends Throwable> as, String said) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", answers);
        server.setExecutor(task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            thread.start();
        });
        server.start();
        try {
            TimestampAuthority authority =
                    at("http://127.0.0.1:" + server.getAddress().getPort() + "/", PATIENCE);
            long begun = System.nanoTime();
            assertThatThrownBy(() -> authority.stamp(NOTE, Anchors.NONE))
                    .isInstanceOf(as)
                    .hasMessageContaining(said);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(PATIENCE.multipliedBy(5));
        } finally {
            server.stop(0);
        }
    }

    private static HttpHandler body(String type, byte[] body) {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        };
    }

    @Test
    void an_answer_without_end_is_not_read_to_its_end() throws Exception {
        refused(
                exchange -> {
                    exchange.getResponseHeaders().set("Content-Type", "application/timestamp-reply");
                    exchange.sendResponseHeaders(200, 0);
                    while (true) {
                        exchange.getResponseBody().write(new byte[10_000]);
                    }
                },
                IOException.class,
                "an answer of more than 65536 bytes");
    }

    @Test
    void a_body_that_drips_and_an_answer_that_never_begins_are_given_up() throws Exception {
        refused(
                exchange -> {
                    exchange.getResponseHeaders().set("Content-Type", "application/timestamp-reply");
                    exchange.sendResponseHeaders(200, 0);
                    while (true) {
                        exchange.getResponseBody().write(1);
                        exchange.getResponseBody().flush();
                        pause();
                    }
                },
                IOException.class,
                "no whole answer within 700 ms");
        refused(exchange -> pause(), IOException.class, "no whole answer within 700 ms");
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_redirect_is_not_followed() throws Exception {
        refused(
                exchange -> {
                    exchange.getResponseHeaders().set("Location", "http://127.0.0.1:1/");
                    exchange.sendResponseHeaders(307, -1);
                    exchange.close();
                },
                IOException.class,
                "status 307");
    }

    @Test
    void what_is_no_timestamp_is_refused() throws Exception {
        refused(body("text/html", new byte[] {1}), IOException.class, "not application/timestamp-reply");
        refused(
                body("application/timestamp-reply", "<html>".getBytes(UTF_8)),
                MalformedException.class,
                "not a timestamp answer");
    }

    @Test
    void nobody_there_is_an_answer_too() {
        TimestampAuthority authority = at("http://127.0.0.1:1/", PATIENCE);
        assertThatThrownBy(() -> authority.stamp(NOTE, Anchors.NONE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("ConnectException");
    }
}
