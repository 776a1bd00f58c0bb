package dalil.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** A timestamp authority made of the stock tool: a CA and an authority in a folder, {@code openssl ts -reply} behind HTTP on loopback. */
final class OpensslAuthority implements AutoCloseable {

    private final Path folder;
    private final Openssl openssl;
    private final HttpServer server;
    private int asked;
    private volatile boolean broken;

    private OpensslAuthority(Path folder) throws IOException {
        this.folder = folder;
        this.openssl = new Openssl(folder);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    /** Skips the test where there is no openssl. */
    static OpensslAuthority in(Path folder) throws IOException {
        Openssl.require();
        Files.createDirectories(folder);
        OpensslAuthority authority = new OpensslAuthority(folder);
        authority.make();
        authority.server.createContext("/", authority::answer);
        authority.server.start();
        return authority;
    }

    private void make() throws IOException {
        Files.writeString(folder.resolve("serial"), "01\n");
        Files.writeString(folder.resolve("purpose.cnf"), "extendedKeyUsage=critical,timeStamping\n");
        Files.writeString(folder.resolve("authority.cnf"), """
                [made]
                serial = serial
                crypto_device = builtin
                signer_cert = authority.pem
                signer_key = authority.key
                signer_digest = sha256
                default_policy = 1.2.3.4.1
                digests = sha256
                accuracy = secs:1
                ess_cert_id_alg = sha256
                ess_cert_id_chain = no
                """);
        String curve = "ec_paramgen_curve:P-256";
        openssl.mustRun(
                "req",
                "-x509",
                "-newkey",
                "ec",
                "-pkeyopt",
                curve,
                "-nodes",
                "-days",
                "2",
                "-keyout",
                "root.key",
                "-out",
                "root.pem",
                "-subj",
                "/CN=Invented root");
        openssl.mustRun(
                "req",
                "-newkey",
                "ec",
                "-pkeyopt",
                curve,
                "-nodes",
                "-keyout",
                "authority.key",
                "-out",
                "authority.csr",
                "-subj",
                "/CN=Invented authority");
        openssl.mustRun(
                "x509",
                "-req",
                "-in",
                "authority.csr",
                "-CA",
                "root.pem",
                "-CAkey",
                "root.key",
                "-set_serial",
                "2",
                "-days",
                "2",
                "-extfile",
                "purpose.cnf",
                "-out",
                "authority.pem");
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] query = exchange.getRequestBody().readAllBytes();
        if (broken) {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
            return;
        }
        byte[] reply = reply(query);
        exchange.getResponseHeaders().set("Content-Type", "application/timestamp-reply");
        exchange.sendResponseHeaders(200, reply.length);
        exchange.getResponseBody().write(reply);
        exchange.close();
    }

    private synchronized byte[] reply(byte[] query) throws IOException {
        asked++;
        Files.write(folder.resolve("query.tsq"), query);
        openssl.mustRun(
                "ts",
                "-reply",
                "-config",
                "authority.cnf",
                "-section",
                "made",
                "-queryfile",
                "query.tsq",
                "-out",
                "reply.tsr");
        return Files.readAllBytes(folder.resolve("reply.tsr"));
    }

    /** Answers 503 from here on, or again as before. */
    void broken(boolean now) {
        broken = now;
    }

    /** How often a reply was made. */
    synchronized int asked() {
        return asked;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/tsa");
    }

    /** Its root's certificate. */
    Path anchor() {
        return folder.resolve("root.pem");
    }

    /** What {@code openssl ts -verify} says of a token for a note: its words and exit code. */
    String verify(byte[] token, byte[] note) throws IOException {
        Files.write(folder.resolve("token.tst"), token);
        Files.write(folder.resolve("note"), note);
        Openssl.Said said =
                openssl.run("ts", "-verify", "-token_in", "-in", "token.tst", "-data", "note", "-CAfile", "root.pem");
        return said.exit() + " " + said.text();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
