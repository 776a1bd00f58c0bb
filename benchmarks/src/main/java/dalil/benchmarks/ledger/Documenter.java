package dalil.benchmarks.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;

/** One who files: an incident, then claims about it, then the next one; each waits for its answer before the next goes out. */
final class Documenter {

    private static final int ABOUT_ONE = NotedEvents.A_STREAM;
    private static final String NARRATIVE = "Invented. ".repeat(80);

    private final String server;
    private final String source;

    /** @param source id of a source that is registered */
    Documenter(String server, String source) {
        this.server = server;
        this.source = source;
    }

    static String register(String server) throws IOException {
        return post(
                server + "/api/sources",
                "{\"type\":\"newspaper-write-up\",\"name\":\"An invented paper\",\"origin\":\"self\"}");
    }

    Latencies fileUntil(long end) throws IOException {
        Latencies latencies = new Latencies();
        String incident = "";
        for (int sent = 0; System.nanoTime() < end; sent++) {
            long begin = System.nanoTime();
            if (sent % ABOUT_ONE == 0) {
                incident = post(server + "/api/incidents", """
                        {"title":"Invented","claims":[{"attribute":"time","value":{"date":"2020-10-05~"},"source":"%s",\
                        "reported":"2020-10-06"}]}""".formatted(source));
            } else {
                post(server + "/api/incidents/" + incident + "/claims", """
                        {"attribute":"narrative","value":"%s","source":"%s","reported":"2020-10-06"}""".formatted(NARRATIVE, source));
            }
            latencies.add(System.nanoTime() - begin);
        }
        return latencies;
    }

    private static String post(String url, String body) throws IOException {
        HttpURLConnection call = (HttpURLConnection) URI.create(url).toURL().openConnection();
        call.setRequestMethod("POST");
        call.setRequestProperty("Content-Type", "application/json");
        call.setDoOutput(true);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        call.setFixedLengthStreamingMode(bytes.length);
        try (OutputStream out = call.getOutputStream()) {
            out.write(bytes);
        }
        if (call.getResponseCode() != HttpURLConnection.HTTP_CREATED) {
            throw new IOException(call.getResponseCode() + " from " + url + ": " + text(call.getErrorStream()));
        }
        return JsonMapper.shared()
                .readTree(text(call.getInputStream()))
                .path("id")
                .asString("");
    }

    private static String text(InputStream in) throws IOException {
        try (in) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
