package dalil.ledger.witness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dalil.ledger.outside.OutsideHttp;
import dalil.transparency.note.Cosigner;
import dalil.transparency.policy.Policy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A {@link StrictWitness} behind HTTP on loopback, until it is told to say something else. */
final class WitnessOverHttp implements AutoCloseable {

    static final long NOW = 1_679_315_147;

    final StrictWitness witness;

    private final String name;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> asked = new ArrayList<>();
    private volatile @Nullable HttpHandler lie;

    WitnessOverHttp(String name) throws IOException {
        this.name = name;
        byte[] seed = new byte[32];
        seed[0] = (byte) name.hashCode();
        witness = new StrictWitness(Cosigner.ofSeed(name + ".example", seed), () -> NOW);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        synchronized (asked) {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + new String(body, StandardCharsets.UTF_8));
        }
        HttpHandler instead = lie;
        if (instead != null) {
            instead.handle(exchange);
            exchange.close();
            return;
        }
        StrictWitness.Said said = witness.add(body);
        send(exchange, said.status(), said.type(), said.body());
    }

    static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** Null for the truth. */
    void lies(@Nullable HttpHandler with) {
        lie = with;
    }

    void says(int status, String type, String body) {
        lies(exchange -> send(exchange, status, type, body));
    }

    /** Method, address and body of each request. */
    List<String> asked() {
        synchronized (asked) {
            return List.copyOf(asked);
        }
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/a-log";
    }

    String policyLine() {
        return "witness " + name + " " + witness.key() + " " + address() + "\n";
    }

    /** That wants this witness's cosignature. */
    Policy policy() {
        return Policy.parse((policyLine() + "quorum " + name + "\n").getBytes(StandardCharsets.UTF_8));
    }

    WitnessServer client(Duration patience) {
        return WitnessServer.of(policy(), new OutsideHttp(patience)).get(0);
    }

    WitnessServer client() {
        return client(Duration.ofSeconds(20));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
