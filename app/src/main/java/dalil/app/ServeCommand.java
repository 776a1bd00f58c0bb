package dalil.app;

import dalil.ledger.fault.LedgerException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code dalil serve}: starts both sides and says where to look. */
@Command(name = "serve", description = "Start the register and say where to look.", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    /** The server runs on in its own threads. */
    static final int RUNNING = -1;

    private static final int COULD_NOT_START = 1;

    @Option(names = "--data", description = "folder of the register (default: ${DEFAULT-VALUE})")
    private Path data = Path.of(DataFolder.DEFAULT);

    @Option(names = "--keys", description = "folder of the log's key (default: the register's folder with .keys)")
    private @Nullable Path keys;

    @Option(
            names = "--new-key",
            description = "go on with a new key where the old one is lost; see docs/proofs.md first")
    private boolean newKey;

    @Option(
            names = "--checkpoint-every",
            description = "seconds between checkpoints while there are new facts (default: ${DEFAULT-VALUE})")
    private long checkpointEvery = 10;

    @Option(names = "--port", description = "port on this machine's loopback address (default: ${DEFAULT-VALUE})")
    private int port = 8080;

    @Option(names = "--case-name", description = "name of a new case (default: " + DataFolder.CASE_NAME + ")")
    private @Nullable String caseName;

    @Option(
            names = "--zone",
            description = "time zone in which a new case counts its days (default: " + DataFolder.ZONE + ")")
    private @Nullable ZoneId zone;

    @Override
    public Integer call() {
        if (checkpointEvery < 1) {
            System.err.println("dalil serve: --checkpoint-every is at least 1");
            return COULD_NOT_START;
        }
        SpringApplication application = new SpringApplication(Server.class);
        application.setBannerMode(Banner.Mode.OFF);
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("server.port", port);
        properties.put("dalil.data", data.toAbsolutePath().toString());
        properties.put("management.health.diskspace.path", data.toAbsolutePath().toString());
        if (caseName != null) {
            properties.put("dalil.case.name", caseName);
        }
        if (zone != null) {
            properties.put("dalil.case.zone", zone.getId());
        }
        if (keys != null) {
            properties.put("dalil.keys", keys.toAbsolutePath().toString());
        }
        properties.put("dalil.new-key", newKey);
        properties.put("dalil.checkpoint.every", checkpointEvery + "s");
        application.setDefaultProperties(properties);
        try {
            var context = (ServletWebServerApplicationContext) application.run();
            int bound = java.util.Objects.requireNonNull(context.getWebServer()).getPort();
            System.out.println(greeting(bound));
            return RUNNING;
        } catch (RuntimeException failure) {
            System.err.println("dalil serve: " + reason(failure));
            return COULD_NOT_START;
        }
    }

    private String greeting(int bound) {
        return """

                NOT FOR REAL PEOPLE'S DATA YET: names and testimony are stored in clear until encryption is built.

                The register is open at      http://localhost:%d/
                Operations and their forms   http://localhost:%d/swagger-ui.html
                Its folder                   %s
                Stop with Ctrl-C; nothing that was answered is lost, whatever happens.
                """.formatted(bound, bound, data.toAbsolutePath());
    }

    private static String reason(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof LedgerException || cause instanceof PortInUseException) {
                return String.valueOf(cause.getMessage());
            }
        }
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }
}
