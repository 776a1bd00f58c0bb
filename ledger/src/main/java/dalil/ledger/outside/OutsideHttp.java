package dalil.ledger.outside;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Speaks HTTP to servers that may be slow, huge or hostile. No redirect is followed: the operator named this address and no other. */
public final class OutsideHttp {

    private final Duration patience;
    private final HttpClient http;

    /** @param patience for a whole call, connecting and the last byte of the body included */
    public OutsideHttp(Duration patience) {
        this.patience = patience;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(patience)
                .build();
    }

    /** @param contentType in lower case, as it came; empty if none came */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Answer(int status, String contentType, byte[] body) {

        /** Of that type, whatever parameters follow it. */
        public boolean isOfType(String type) {
            return contentType.equals(type) || contentType.startsWith(type + ";");
        }
    }

    public Answer get(OutsideAddress address, int mostBytes) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address.uri()).GET().build(), mostBytes);
    }

    public Answer post(OutsideAddress address, String contentType, byte[] body, int mostBytes)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address.uri())
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        return send(request, mostBytes);
    }

    private Answer send(HttpRequest request, int mostBytes) throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> call = http.sendAsync(request, info -> new BoundedBody(mostBytes));
        try {
            // The request's own timeout ends with the headers, and a body may drip for ever.
            HttpResponse<byte[]> answer = call.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            String type = answer.headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
            return new Answer(answer.statusCode(), type, answer.body());
        } catch (ExecutionException failed) {
            throw new IOException(said(failed.getCause() == null ? failed : failed.getCause()), failed);
        } catch (TimeoutException slow) {
            throw new IOException("no whole answer within " + patience.toMillis() + " ms", slow);
        } finally {
            call.cancel(true);
        }
    }

    private static String said(Throwable failed) {
        String name = failed.getClass().getSimpleName();
        return failed.getMessage() == null ? name : name + ": " + Words.of(failed.getMessage());
    }
}
