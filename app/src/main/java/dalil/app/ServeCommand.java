package dalil.app;

import dalil.ledger.fault.LedgerException;
import dalil.ledger.fault.NoLedgerHere;
import dalil.ledger.mongo.MongoAddress;
import dalil.transparency.MalformedException;
import dalil.transparency.note.VerifierKey;
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
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code dalil serve}: starts both sides, or one, and says where to look. */
@Command(name = "serve", description = "Start the register and say where to look.", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    /** The server runs on in its own threads. */
    static final int RUNNING = -1;

    private static final int COULD_NOT_START = 1;
    private static final int NO_LEDGER = 2;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

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

    @Mixin
    private OutsideOptions outside = new OutsideOptions();

    @Option(names = "--port", description = "port on this machine's loopback address (default: ${DEFAULT-VALUE})")
    private int port = 8080;

    @Option(names = "--case-name", description = "name of a new case (default: " + DataFolder.CASE_NAME + ")")
    private @Nullable String caseName;

    @Option(
            names = "--zone",
            description = "time zone in which a new case counts its days (default: " + DataFolder.ZONE + ")")
    private @Nullable ZoneId zone;

    @Option(
            names = "--mongodb",
            description =
                    "keep the ledger on MongoDB, at mongodb://host/database; with a password in it, better from a file:"
                            + " @FILE holds options, one a line")
    private @Nullable String mongodb;

    @Option(names = "--create", description = "make a new ledger on MongoDB if the database holds none")
    private boolean create;

    @Option(
            names = "--signed-by",
            description = "verifier key of another process that signs this ledger; this one then needs no key")
    private @Nullable String signedBy;

    @Option(
            names = "--side",
            description =
                    "what this process serves: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}); command and query share"
                            + " a ledger on MongoDB, behind a gateway")
    private Side side = Side.both;

    @Override
    public Integer call() {
        check();
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
        if (mongodb != null) {
            properties.put("dalil.mongodb", mongodb);
            properties.put("dalil.mongodb.create", create);
        }
        if (signedBy != null) {
            properties.put(Server.SIGNED_BY, signedBy);
        }
        properties.putAll(side.properties());
        properties.put("dalil.new-key", newKey);
        properties.put("dalil.checkpoint.every", checkpointEvery + "s");
        properties.putAll(outside.properties());
        application.setDefaultProperties(properties);
        try {
            var context = (ServletWebServerApplicationContext) application.run();
            int bound = java.util.Objects.requireNonNull(context.getWebServer()).getPort();
            System.out.println(greeting(bound));
            return RUNNING;
        } catch (RuntimeException failure) {
            Throwable reason = reason(failure);
            System.err.println("dalil serve: " + reason.getMessage());
            return reason instanceof NoLedgerHere && mongodb != null ? NO_LEDGER : COULD_NOT_START;
        }
    }

    private void check() {
        try {
            if (mongodb != null) {
                MongoAddress.parse(mongodb);
            }
        } catch (IllegalArgumentException malformed) {
            throw new ParameterException(spec.commandLine(), "--mongodb: " + malformed.getMessage());
        }
        try {
            if (signedBy != null) {
                VerifierKey.parse(signedBy);
            }
        } catch (MalformedException malformed) {
            throw new ParameterException(spec.commandLine(), "--signed-by: " + malformed.getMessage());
        }
        if (mongodb == null && (create || signedBy != null)) {
            throw new ParameterException(spec.commandLine(), "--create and --signed-by go with --mongodb");
        }
        if (side != Side.both && mongodb == null) {
            throw new ParameterException(spec.commandLine(), "--side goes with --mongodb: a folder has one process");
        }
        if (side == Side.query && signedBy == null) {
            throw new ParameterException(
                    spec.commandLine(), "--side=query needs --signed-by: it is the other side that signs");
        }
    }

    private String greeting(int bound) {
        return """

                NOT FOR REAL PEOPLE'S DATA YET: names and testimony are stored in clear until encryption is built.

                The register is open at      http://localhost:%d/
                Operations and their forms   http://localhost:%d/swagger-ui.html
                Its ledger                   %s
                Stop with Ctrl-C; nothing that was answered is lost, whatever happens.
                """.formatted(bound, bound, mongodb == null ? data.toAbsolutePath() : MongoAddress.parse(mongodb));
    }

    private static Throwable reason(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof LedgerException || cause instanceof PortInUseException) {
                return cause;
            }
        }
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
