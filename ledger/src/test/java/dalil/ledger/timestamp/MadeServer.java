package dalil.ledger.timestamp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dalil.ledger.outside.OutsideAddress;
import dalil.ledger.outside.OutsideHttp;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;

/** A {@link MadeAuthority} behind HTTP on loopback that can be told to fail. */
final class MadeServer implements AutoCloseable {

    final MadeAuthority authority;

    private final HttpServer server;
    private volatile boolean broken;
    private volatile int asked;

    MadeServer() throws Exception {
        authority = MadeAuthority.proper();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        asked++;
        try {
            byte[] answer = broken
                    ? new byte[] {1}
                    : authority.answer(exchange.getRequestBody().readAllBytes());
            exchange.getResponseHeaders().set("Content-Type", "application/timestamp-reply");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        } catch (Exception failed) {
            throw new IOException(failed);
        } finally {
            exchange.close();
        }
    }

    void broken(boolean now) {
        broken = now;
    }

    int asked() {
        return asked;
    }

    TimestampAuthority client() {
        return new TimestampAuthority(
                OutsideAddress.parse("http://127.0.0.1:" + server.getAddress().getPort() + "/a-key"),
                new OutsideHttp(Duration.ofSeconds(20)),
                new SecureRandom());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
