package dalil.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code dalil serve} as a process of its own, so that it can be killed. */
final class ServerProcess implements AutoCloseable {

    private static final Pattern OPEN_AT = Pattern.compile("open at +http://localhost:(\\d+)/");

    private final Process process;
    private final int port;
    private final HttpClient http = HttpClient.newHttpClient();

    private ServerProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts a server on a free port and waits until it says where it is. Without the second compiler, which would take a quarter of a
     * start's time and pays off only for who lives longer.
     */
    static ServerProcess start(Path data, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("serve", "--data", data.toString(), "--port", "0"));
        arguments.addAll(List.of(more));
        return opened(java(List.of("-XX:TieredStopAtLevel=1"), "dalil.app.Main", arguments.toArray(String[]::new)));
    }

    /** The same in a JVM that is as fast as that of {@code ./dalil}. */
    static ServerProcess startToRun(Path data) throws IOException {
        return opened(java("dalil.app.Main", "serve", "--data", data.toString(), "--port", "0"));
    }

    private static ServerProcess opened(Process process) throws IOException {
        List<String> said = new ArrayList<>();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            said.add(line);
            Matcher open = OPEN_AT.matcher(line);
            if (open.find()) {
                Thread drain = new Thread(() -> out.lines().forEach(rest -> {}), "drain");
                drain.setDaemon(true);
                drain.start();
                return new ServerProcess(process, Integer.parseInt(open.group(1)));
            }
        }
        throw new IOException("the server did not start: " + said);
    }

    /** Any command line of the application, in a JVM like that of {@code ./dalil}. */
    static Process java(String main, String... arguments) throws IOException {
        return java(List.of(), main, arguments);
    }

    private static Process java(List<String> options, String main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main));
        command.addAll(1, options);
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** The answer, or an exception where the server is gone. */
    HttpResponse<String> post(String path, String body, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
        return http.send(
                (headers.length == 0 ? request : request.headers(headers))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    private URI uri(String path) {
        return URI.create(address() + path);
    }

    /** kill -9, and waits until it is gone. */
    void kill() {
        Process killed = Objects.requireNonNull(process.destroyForcibly());
        boolean gone = false;
        while (!gone) {
            try {
                killed.waitFor();
                gone = true;
            } catch (InterruptedException again) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Override
    public void close() {
        kill();
    }
}
