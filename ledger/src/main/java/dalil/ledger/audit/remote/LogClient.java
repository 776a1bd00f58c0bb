package dalil.ledger.audit.remote;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Fetches what a log shows over HTTP. The server is not trusted: no redirect is followed and no answer read beyond its bound. */
final class LogClient {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String prefix;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /** @param server its address, such as {@code http://localhost:8080} */
    LogClient(URI server) {
        String address = server.toString();
        this.prefix = (address.endsWith("/") ? address : address + "/") + "ledger/";
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Got(int status, byte[] body) {

        boolean ok() {
            return status == 200;
        }
    }

    Got get(String path, int mostBytes) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(prefix + path))
                .timeout(PATIENCE)
                .build();
        HttpResponse<InputStream> answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream in = answer.body()) {
            byte[] body = in.readNBytes(mostBytes + 1);
            if (body.length > mostBytes) {
                throw new IOException(path + " is larger than " + mostBytes + " bytes");
            }
            return new Got(answer.statusCode(), body);
        }
    }
}
