package dalil.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** The stock tool, run in a folder. */
final class Openssl {

    private final Path folder;

    Openssl(Path folder) {
        this.folder = folder;
    }

    /** Skips the test, and says so, where there is no {@code openssl} that knows timestamps. */
    static void require() {
        try {
            Process asked = new ProcessBuilder("openssl", "ts", "-help")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (asked.waitFor(10, TimeUnit.SECONDS) && asked.exitValue() == 0) {
                return;
            }
        } catch (IOException none) {
            // said below
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
        System.out.println("skipped: no openssl here that knows timestamps (openssl ts -help)");
        Assumptions.abort("no openssl here that knows timestamps");
    }

    /** What it printed and with which exit code it ended. */
    record Said(int exit, String text) {}

    Said run(String... arguments) {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        try {
            Process run = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            String text = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!run.waitFor(60, TimeUnit.SECONDS)) {
                run.destroyForcibly();
                throw new IllegalStateException("openssl does not end: " + command);
            }
            return new Said(run.exitValue(), text);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(asked);
        }
    }

    void mustRun(String... arguments) {
        Said said = run(arguments);
        if (said.exit() != 0) {
            throw new IllegalStateException(String.join(" ", arguments) + ": " + said.text());
        }
    }
}
