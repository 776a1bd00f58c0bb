package dalil.ledger.kill;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** {@link AppendUntilKilled} in a process of its own, of which nobody hears what it acknowledges. */
final class KilledWriter implements AutoCloseable {

    private final Process process;

    private KilledWriter(Process process) {
        this.process = process;
    }

    /** Returns once it appends. */
    static KilledWriter start(Path folder, long seed) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AppendUntilKilled.class.getName(),
                        folder.toString(),
                        Long.toString(seed))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        if (!"ready".equals(lines.readLine())) {
            throw new IOException("the writer did not start");
        }
        Thread drain = new Thread(() -> drain(lines), "drain");
        drain.setDaemon(true);
        drain.start();
        return new KilledWriter(process);
    }

    private static void drain(BufferedReader lines) {
        try {
            while (lines.readLine() != null) {
                // a full pipe would stop it
            }
        } catch (IOException killed) {
            // the pipe is gone
        }
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
