package dalil.app;

import dalil.command.imports.ImportReport;
import dalil.command.imports.profile.Profile;
import dalil.command.imports.profile.ProfileException;
import dalil.command.imports.yaml.Profiles;
import dalil.command.rule.Refusal;
import dalil.ledger.fault.FolderInUse;
import dalil.ledger.fault.LedgerException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dalil import}: reads files that others published, into a folder or through a server. */
@Command(
        name = "import",
        description =
                "Import published files through a profile. The same command again goes on where it was stopped and"
                        + " doubles nothing. Exit code 0: done, 1: it could not go on, 2: wrong call, 3: done but rows were"
                        + " rejected, 130: interrupted.",
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

    private static final int DONE = 0;
    private static final int COULD_NOT = 1;
    private static final int DONE_WITH_REJECTS = 3;
    private static final int INTERRUPTED = 130;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--profile", required = true, description = "name of a shipped profile, or a profile's file")
    @SuppressWarnings("NullAway.Init")
    private String profile;

    @Parameters(arity = "1..*", paramLabel = "INPUT", description = "the files, also gzipped")
    @SuppressWarnings("NullAway.Init")
    private List<Path> inputs;

    @Option(names = "--server", description = "address of a running server; without it the folder is opened")
    private @Nullable URI server;

    @Option(names = "--data", description = "folder of the register (default: ${DEFAULT-VALUE})")
    private Path data = Path.of(DataFolder.DEFAULT);

    @Option(names = "--keys", description = "folder of the log's key (default: the register's folder with .keys)")
    private @Nullable Path keys;

    @Option(names = "--dataset", description = "name of the dataset, instead of the profile's")
    private @Nullable String dataset;

    @Option(
            names = "--as-of",
            description = "day of the files, such as 2020-10-19, where they do not say it themselves")
    private @Nullable String asOf;

    @Option(names = "--dry-run", description = "say what would come of it and record nothing")
    private boolean dryRun;

    @Option(
            names = "--rejects",
            description = "file for rejected rows (default: DATASET-rejects.csv, if there are any)")
    private @Nullable Path rejects;

    @Option(names = "--actor", description = "who imports (default: ${DEFAULT-VALUE})")
    private String actor = "local";

    @Override
    public Integer call() {
        for (Path input : inputs) {
            if (!Files.isReadable(input) || Files.isDirectory(input)) {
                throw new ParameterException(spec.commandLine(), "no readable file: " + input);
            }
        }
        try (Interruption interrupted = new Interruption();
                ProgressLine progress = new ProgressLine(System.err, System.console() != null)) {
            Job job = new Job(read(profile), profile, inputs, dataset, asOf, dryRun, rejects, actor);
            ImportReport report = server == null
                    ? new FolderImport(data, keys, System.err::println).run(job, progress, interrupted)
                    : new ServerImport(server).run(job, progress, interrupted);
            progress.close();
            return tell(report, job.rejectsFile());
        } catch (FolderInUse inUse) {
            System.err.println("dalil import: the folder " + data
                    + " is in use by a server; name it: --server http://localhost:8080");
        } catch (ProfileException | Refusal | LedgerException | IOException failure) {
            System.err.println("dalil import: " + failure.getMessage());
        }
        return COULD_NOT;
    }

    /**
     * What is asked for.
     *
     * @param named the profile as it was named, for the server
     */
    record Job(
            Profile profile,
            String named,
            List<Path> inputs,
            @Nullable String dataset,
            @Nullable String asOf,
            boolean dryRun,
            @Nullable Path rejects,
            String actor) {

        String datasetName() {
            return dataset == null ? profile.dataset() : dataset;
        }

        Path rejectsFile() {
            return rejects == null
                    ? Path.of(datasetName().replaceAll("[^\\p{L}\\p{N}._-]", "_") + "-rejects.csv")
                    : rejects;
        }
    }

    private static Profile read(String named) throws IOException {
        Optional<Profile> shipped = Profiles.shipped(named);
        if (shipped.isPresent()) {
            return shipped.get();
        }
        if (!Files.isReadable(Path.of(named))) {
            throw new IOException(
                    "no profile of this name and no such file: " + named + "; shipped: " + Profiles.shipped());
        }
        return Profiles.of(Path.of(named));
    }

    private static int tell(ImportReport report, Path rejects) {
        ImportReport.Rows rows = report.rows();
        System.out.printf(
                "%s%s: %d rows of %s as of %s: %d new, %d changed, %d unchanged, %d rejected%s%n",
                report.dryRun() ? "dry run, nothing recorded; " : "",
                report.state().name().toLowerCase(java.util.Locale.ROOT),
                rows.read(),
                report.dataset(),
                report.asOf().isEmpty() ? "an unknown day" : report.asOf(),
                rows.created(),
                rows.changed(),
                report.dryRun() ? rows.onRecord() : rows.unchanged(),
                rows.rejected(),
                rows.repeated() > 0 ? ", " + rows.repeated() + " repeated" : "");
        ImportReport.Given given = report.given();
        System.out.printf(
                "the rows gave %d incidents, %d uses of force, %d casualties, %d injuries, %d figures%n",
                given.incidents(), given.forceUses(), given.casualties(), given.injuries(), given.figures());
        ImportReport.NoLonger gone = report.noLonger();
        if (gone.any()) {
            System.out.printf(
                    "%s: %d incidents, %d casualties, %d figures%n",
                    report.dryRun() ? "would be listed no longer" : "listed no longer",
                    gone.incidents(),
                    gone.casualties(),
                    gone.figures());
        }
        report.warnings().forEach(warning -> System.out.println("note: " + warning));
        if (rows.rejected() > 0) {
            System.out.println("rejected rows: " + rejects);
        }
        if (report.position() != null) {
            System.out.println("listed at index " + report.position());
        }
        return switch (report.state()) {
            case FINISHED -> rows.rejected() > 0 ? DONE_WITH_REJECTS : DONE;
            case CANCELLED -> {
                System.out.println("interrupted: the same command again goes on from here");
                yield INTERRUPTED;
            }
            case FAILED -> {
                System.err.println("dalil import: " + report.problem());
                yield COULD_NOT;
            }
        };
    }
}
