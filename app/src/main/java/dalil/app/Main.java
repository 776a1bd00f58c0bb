package dalil.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code dalil}: the register on the command line. */
@Command(
        name = "dalil",
        description = "A register of incidents and casualties whose record nobody can quietly change.",
        mixinStandardHelpOptions = true,
        version = "dalil 0.1.0",
        subcommands = {
            ServeCommand.class,
            DemoCommand.class,
            ImportCommand.class,
            AuditCommand.class,
            CopyCommand.class,
            KeyCommand.class
        })
public final class Main implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do: serve, demo, import, audit, copy or key");
    }

    public static void main(String[] args) {
        int exit = new CommandLine(new Main()).execute(args);
        if (exit != ServeCommand.RUNNING) {
            System.exit(exit);
        }
    }
}
