package dalil.app;

import dalil.ledger.outside.OutsideAddress;
import dalil.ledger.outside.OutsideHttp;
import dalil.ledger.timestamp.Anchors;
import dalil.ledger.witness.WitnessServer;
import dalil.transparency.MalformedException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Who outside is to attest the checkpoints: nobody, unless said here. */
final class OutsideOptions {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = "--timestamp-authority",
            paramLabel = "URL",
            description = "an RFC 3161 server that is to timestamp the checkpoints; may be given more than once"
                    + " (default: none, and nobody is asked)")
    private List<String> authorities = new ArrayList<>();

    @Option(
            names = "--timestamp-anchor",
            paramLabel = "FILE",
            description = "certificates, PEM, that must vouch for the authorities; may be given more than once")
    private List<Path> anchors = new ArrayList<>();

    @Option(
            names = "--timestamp-every",
            paramLabel = "SECONDS",
            description = "between two timestamps while there are new checkpoints (default: ${DEFAULT-VALUE})")
    private long every = 3_600;

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "a C2SP tlog-policy; its witnesses that have an address are asked to cosign the checkpoints"
                    + " (default: none, and nobody is asked)")
    private @Nullable Path policy;

    /**
     * As the server takes them.
     *
     * @throws ParameterException naming the option that is wrong, before anything is started
     */
    Map<String, Object> properties() {
        check("--timestamp-authority", this::checkAuthorities);
        check("--timestamp-anchor", () -> Anchors.read(anchors));
        check("--policy", this::checkPolicy);
        if (every < 1) {
            throw new ParameterException(spec.commandLine(), "--timestamp-every is at least 1");
        }
        return Map.of(
                "dalil.timestamp.authorities",
                authorities,
                "dalil.timestamp.anchors",
                anchors.stream().map(path -> path.toAbsolutePath().toString()).toList(),
                "dalil.timestamp.every",
                every + "s",
                "dalil.witness.policy",
                policy == null ? "" : policy.toAbsolutePath().toString());
    }

    private void checkPolicy() throws IOException {
        if (policy != null) {
            WitnessServer.of(PolicyFile.read(policy), new OutsideHttp(Duration.ofSeconds(1)));
        }
    }

    private void checkAuthorities() {
        Set<String> names = new HashSet<>();
        for (String authority : authorities) {
            String name = OutsideAddress.parse(authority).hostAndPort();
            if (!names.add(name)) {
                throw MalformedException.because("two of " + name + ", whose tokens could not be told apart");
            }
        }
    }

    private interface Reading {
        void read() throws IOException;
    }

    private void check(String option, Reading reading) {
        try {
            reading.read();
        } catch (MalformedException | IOException wrong) {
            throw new ParameterException(spec.commandLine(), option + ": " + wrong.getMessage());
        }
    }
}
