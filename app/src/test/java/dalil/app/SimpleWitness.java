package dalil.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dalil.transparency.checkpoint.SignedCheckpoint;
import dalil.transparency.note.Cosigner;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A witness that remembers a size and believes every proof; the strict one is tried beside the ledger. */
final class SimpleWitness implements AutoCloseable {

    private final Cosigner cosigner;
    private final HttpServer server;
    private volatile long size;
    private volatile boolean down;

    SimpleWitness(String name) throws IOException {
        byte[] seed = name.repeat(32).substring(0, 32).getBytes(StandardCharsets.US_ASCII);
        cosigner = Cosigner.ofSeed(name + ".example", seed);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/log/add-checkpoint", this::answer);
        server.start();
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        long old = Long.parseLong(request.substring("old ".length(), request.indexOf('\n')));
        SignedCheckpoint checkpoint = SignedCheckpoint.parse(
                request.substring(request.indexOf("\n\n") + 2).getBytes(StandardCharsets.UTF_8));
        if (down) {
            send(exchange, 503, "text/plain", "");
        } else if (old != size) {
            send(exchange, 409, "text/x.tlog.size", size + "\n");
        } else {
            size = checkpoint.checkpoint().size();
            send(exchange, 200, "text/plain", cosign(checkpoint.note().text()) + "\n");
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** A cosignature of whatever text, as a line. */
    String cosign(String text) {
        return cosigner.cosign(text, 1_700_000_000).format();
    }

    void down(boolean now) {
        down = now;
    }

    String vkey() {
        return cosigner.verifierKey().format();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/log";
    }

    /** A policy that asks this witness and wants it. */
    Path policy(Path file) throws IOException {
        return Files.writeString(file, "witness w " + vkey() + " " + address() + "\nquorum w\n");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
