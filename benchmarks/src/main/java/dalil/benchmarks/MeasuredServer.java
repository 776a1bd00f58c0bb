package dalil.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./dalil serve} as a user starts it, and what it takes. */
public final class MeasuredServer implements AutoCloseable {

    private static final Pattern OPEN_AT = Pattern.compile("open at +http://localhost:(\\d+)/");

    private final Process process;
    private final int port;
    private final double secondsToReady;
    private final HttpClient http = HttpClient.newHttpClient();

    private MeasuredServer(Process process, int port, double secondsToReady) {
        this.process = process;
        this.port = port;
        this.secondsToReady = secondsToReady;
    }

    public static MeasuredServer start(Path checkout, Path register) throws IOException {
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(
                        checkout.resolve("dalil").toString(), "serve", "--data", register.toString(), "--port", "0")
                .redirectErrorStream(true)
                .start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher open = OPEN_AT.matcher(line);
            if (open.find()) {
                double seconds = (System.nanoTime() - begin) / 1e9;
                Thread drain = new Thread(() -> out.lines().forEach(rest -> {}), "drain");
                drain.setDaemon(true);
                drain.start();
                return new MeasuredServer(process, Integer.parseInt(open.group(1)), seconds);
            }
        }
        throw new IOException("the server did not start");
    }

    double secondsToReady() {
        return secondsToReady;
    }

    public String address() {
        return "http://127.0.0.1:" + port;
    }

    public long pid() {
        return process.pid();
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(address() + path)).build(), HttpResponse.BodyHandlers.ofString());
        return JsonMapper.shared().readTree(answer.body());
    }

    /** Incidents reported once the read side has everything that is recorded now. */
    long reportedAtEnd() throws IOException, InterruptedException {
        long last =
                get("/actuator/health").at("/components/ledger/details/size").longValue() - 1;
        while (true) {
            JsonNode tally = get("/api/tallies?of=incidents&atLeast=" + last);
            if (tally.has("total")) {
                return tally.at("/total/reported").longValue();
            }
        }
    }

    /** Highest resident set of the server's process so far; {@code ./dalil} becomes the JVM, so it is this one. */
    double peakResidentMebibytes() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
            if (line.startsWith("VmHWM:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
            }
        }
        return Double.NaN;
    }

    /** So that the server never waits for somebody to read what it prints. */
    private static void drain(BufferedReader out) {
        try {
            out.transferTo(Writer.nullWriter());
        } catch (IOException closed) {
            // the server has ended
        }
    }

    @Override
    public void close() {
        Objects.requireNonNull(process.destroyForcibly());
        try {
            process.waitFor();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
