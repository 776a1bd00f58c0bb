package dalil.app;

import dalil.ledger.fault.KeyUnavailable;
import dalil.ledger.key.KeyFolder;
import dalil.transparency.note.VerifierKey;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code dalil key}: what others must know of the log's key. */
@Command(
        name = "key",
        description = "Show the public half of the log's key.",
        mixinStandardHelpOptions = true,
        subcommands = KeyCommand.Show.class)
final class KeyCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do: show");
    }

    /** {@code dalil key show}; needs no passphrase. */
    @Command(
            name = "show",
            description = "Print the log's origin and its verifier key, for those who are to check checkpoints.",
            mixinStandardHelpOptions = true)
    static final class Show implements Callable<Integer> {

        private static final int NO_KEY = 2;

        @Option(names = "--data", description = "folder of the register (default: ${DEFAULT-VALUE})")
        private Path data = Path.of(DataFolder.DEFAULT);

        @Option(names = "--keys", description = "folder of the log's key (default: the register's folder with .keys)")
        private @Nullable Path keys;

        @Override
        public Integer call() {
            try {
                VerifierKey vkey = KeyFolder.publicKey(keys == null ? new DataFolder(data).keys() : keys);
                System.out.println("origin  " + vkey.name());
                System.out.println("vkey    " + vkey.format());
                return 0;
            } catch (KeyUnavailable failure) {
                System.err.println("dalil key: " + failure.getMessage());
                return NO_KEY;
            }
        }
    }
}
