package dalil.benchmarks.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;

/** A flight recording of another JVM, read as shares of the samples of its running threads by the layer they were in. */
final class FlightRecording implements AutoCloseable {

    private static final String NAME = "dalil-benchmark";
    private static final String SEQUENCER = "ledger-sequencer";

    /** By the innermost frame that begins with one of these; what comes first wins where two fit. */
    private static final Map<String, List<String>> LAYERS = layers();

    private final long pid;
    private final Path file;

    private FlightRecording(long pid, Path file) {
        this.pid = pid;
        this.file = file;
    }

    private static Map<String, List<String>> layers() {
        Map<String, List<String>> layers = new LinkedHashMap<>();
        layers.put("SQLite and its driver", List.of("org.sqlite."));
        layers.put("hashes, salts, signatures", List.of("sun.security.", "java.security.", "com.sun.crypto."));
        layers.put("read side", List.of("org.duckdb.", "dalil.query."));
        layers.put(
                "JSON",
                List.of("com.fasterxml.jackson.", "tools.jackson.", "dalil.transparency.json.", "dalil.events."));
        layers.put("ledger", List.of("dalil.ledger.", "dalil.transparency."));
        layers.put("Axon", List.of("org.axonframework."));
        layers.put("commands", List.of("dalil.command."));
        layers.put("HTTP and Spring", List.of("org.springframework.", "org.apache.", "jakarta.", "dalil.app."));
        return layers;
    }

    static FlightRecording of(long pid) throws IOException {
        Path settings = Files.createTempFile(NAME, ".jfc");
        Files.writeString(settings, """
                <?xml version="1.0" encoding="UTF-8"?>
                <configuration version="2.0">
                  <event name="jdk.ExecutionSample">
                    <setting name="enabled">true</setting><setting name="period">10 ms</setting>
                  </event>
                  <event name="jdk.NativeMethodSample">
                    <setting name="enabled">true</setting><setting name="period">10 ms</setting>
                  </event>
                </configuration>
                """);
        try {
            command(pid, "JFR.start", "name=" + NAME, "settings=" + settings);
        } finally {
            Files.delete(settings);
        }
        return new FlightRecording(pid, Files.createTempFile(NAME, ".jfr"));
    }

    void stop() throws IOException {
        command(pid, "JFR.stop", "name=" + NAME, "filename=" + file);
    }

    private static void command(long pid, String... arguments) throws IOException {
        List<String> command = new java.util.ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(pid)));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException(String.join(" ", command) + " failed");
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new IOException(asked);
        }
    }

    /** Of the running threads' samples in per cent by layer, and how much of its time the sequencer spent in SQLite. */
    Map<String, Double> shares() throws IOException {
        Map<String, Integer> running = new LinkedHashMap<>();
        LAYERS.keySet().forEach(layer -> running.put(layer, 0));
        int samples = 0;
        int sequencer = 0;
        int inCommit = 0;
        try (RecordingFile recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                RecordedEvent event = recording.readEvent();
                List<RecordedFrame> frames = event.getStackTrace() == null
                        ? List.of()
                        : event.getStackTrace().getFrames();
                boolean java = "jdk.ExecutionSample".equals(event.getEventType().getName());
                RecordedThread thread = event.getThread("sampledThread");
                if (thread != null && SEQUENCER.equals(thread.getJavaName())) {
                    sequencer++;
                    inCommit += syncs(frames) ? 1 : 0;
                }
                // In native code most threads wait for the network; SQLite's work is there, less its wait for the disk.
                if (java || (LAYERS.keySet().iterator().next().equals(layer(frames)) && !syncs(frames))) {
                    running.merge(layer(frames), 1, Integer::sum);
                    samples++;
                }
            }
        }
        Map<String, Double> shares = new LinkedHashMap<>();
        for (Map.Entry<String, Integer> layer : running.entrySet()) {
            shares.put("processor, " + layer.getKey(), 100.0 * layer.getValue() / Math.max(1, samples));
        }
        shares.put(
                "the sequencer's samples in a commit, which is mostly the sync",
                100.0 * inCommit / Math.max(1, sequencer));
        return shares;
    }

    private static boolean syncs(List<RecordedFrame> frames) {
        return frames.stream()
                .anyMatch(frame -> frame.getMethod().getType().getName().endsWith(".SqliteWriter")
                        && "commit".equals(frame.getMethod().getName()));
    }

    private static String layer(List<RecordedFrame> frames) {
        for (RecordedFrame frame : frames) {
            String type = frame.getMethod().getType().getName();
            for (Map.Entry<String, List<String>> layer : LAYERS.entrySet()) {
                if (layer.getValue().stream().anyMatch(type::startsWith)) {
                    return layer.getKey();
                }
            }
        }
        return "other";
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
