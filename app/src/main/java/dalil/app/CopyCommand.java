package dalil.app;

import dalil.ledger.copy.Copy;
import dalil.ledger.copy.Copy.Copied;
import dalil.ledger.copy.CopyRefused;
import dalil.ledger.fault.IntegrityFault;
import dalil.ledger.fault.LedgerException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code dalil copy}: moves a ledger between stores. */
@Command(
        name = "copy",
        description =
                "Copy a ledger, byte for byte, between a register's folder and a MongoDB database. Stop what writes to it"
                        + " first, and let only one of the two go on: they have one log. Exit code 0: copied and proved the same, 1: it"
                        + " was not, 2: wrong call, or no way to read or write.",
        mixinStandardHelpOptions = true)
final class CopyCommand implements Callable<Integer> {

    private static final long SHOW_NANOS = 5_000_000_000L;
    private static final int COPIED = 0;
    private static final int NOT_THE_SAME = 1;
    private static final int COULD_NOT = 2;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--from", required = true, description = "a register's folder, or mongodb://host/database")
    @SuppressWarnings("NullAway.Init")
    private String from;

    @Option(names = "--to", required = true, description = "the same; nothing of a ledger may be there")
    @SuppressWarnings("NullAway.Init")
    private String to;

    private long shown = System.nanoTime();

    @Override
    public Integer call() throws Exception {
        LedgerPlace source = place("--from", from);
        LedgerPlace target = place("--to", to);
        try (AutoCloseable held = source.still()) {
            Copied copied = new Copy(source::holdings, target::target, this::show).run();
            System.out.printf(
                    "copied: %d facts, root %s, requests: %d, checkpoints: %d%n",
                    copied.tree().size(), copied.tree().root(), copied.requests(), copied.checkpoints());
            System.out.println("from " + source + " to " + target + "; keep the key folder with the one that goes on");
            return COPIED;
        } catch (CopyRefused | IntegrityFault different) {
            System.err.println("dalil copy: " + different.getMessage());
            return NOT_THE_SAME;
        } catch (LedgerException failure) {
            System.err.println("dalil copy: " + failure.getMessage());
            return COULD_NOT;
        }
    }

    private void show(long facts) {
        long now = System.nanoTime();
        if (now - shown > SHOW_NANOS) {
            shown = now;
            System.err.println(facts + " facts");
        }
    }

    private LedgerPlace place(String option, String text) {
        try {
            return LedgerPlace.of(text);
        } catch (IllegalArgumentException malformed) {
            throw new ParameterException(spec.commandLine(), option + ": " + malformed.getMessage());
        }
    }
}
