package dalil.app;

import dalil.app.ImportCommand.Job;
import dalil.command.Actor;
import dalil.command.imports.ImportReport;
import dalil.command.imports.ImportRequest;
import dalil.command.imports.ImportRun;
import dalil.command.imports.RecordingSink;
import dalil.command.imports.RejectsFile;
import dalil.command.imports.reading.InputFile;
import dalil.ledger.Ledger;
import dalil.ledger.checkpoint.Checkpointer;
import dalil.ledger.key.KeyFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An import by the command line itself, with the folder open. */
final class FolderImport {

    private final Path data;
    private final Path keys;
    private final Consumer<String> warning;

    /** @param warning told of what the keepers of the key should change */
    FolderImport(Path data, @Nullable Path keys, Consumer<String> warning) {
        this.data = data;
        this.warning = warning;
        this.keys = keys == null ? new DataFolder(data).keys() : keys;
    }

    /** The same rule as for a server: nothing is added to a ledger that is behind its last checkpoint, and the end is signed. */
    private ImportReport signed(Ledger ledger, ImportRun run) throws IOException {
        try (KeyFolder key = SigningKey.open(keys, ledger, false, warning)) {
            Checkpointer checkpointer = Checkpointer.start(ledger, key, Clock.systemUTC());
            ImportReport report = run.run();
            checkpointer.checkpoint();
            return report;
        }
    }

    ImportReport run(Job job, ProgressLine progress, Interruption interrupted) throws IOException {
        Path file = job.rejectsFile();
        ImportReport report;
        long rejected;
        try (RejectsFile rejects = new RejectsFile(file)) {
            report = job.dryRun() && !new DataFolder(data).hasLedger()
                    ? withoutRegister(job, progress, interrupted, rejects)
                    : withRegister(job, progress, interrupted, rejects);
            rejected = rejects.count();
        }
        if (rejected == 0) {
            Files.deleteIfExists(file);
        }
        return report;
    }

    private ImportReport withRegister(Job job, ProgressLine progress, Interruption interrupted, RejectsFile rejects)
            throws IOException {
        Ledger ledger = new DataFolder(data)
                .openOrCreate(
                        new DataFolder.CaseOptions(null, null),
                        failure -> Runtime.getRuntime().halt(1));
        try (WriteSide writeSide = new WriteSide(ledger)) {
            RecordingSink sink = new RecordingSink(
                    writeSide.recorder(),
                    ledger::exists,
                    () -> ledger.size() - 1,
                    writeSide.listings(),
                    new Actor(job.actor(), "importer", "command-line"),
                    UUID.randomUUID().toString());
            ImportRun run = new ImportRun(
                    request(job),
                    sink,
                    ledger::exists,
                    ledger::digest,
                    UUID::randomUUID,
                    Clock.systemUTC(),
                    rejects,
                    progress::show);
            interrupted.stops(run::cancel);
            return job.dryRun() ? run.run() : signed(ledger, run);
        }
    }

    /** Trying a profile makes no register. */
    private static ImportReport withoutRegister(
            Job job, ProgressLine progress, Interruption interrupted, RejectsFile rejects) {
        ImportRun run =
                ImportRun.withoutRegister(request(job), UUID::randomUUID, Clock.systemUTC(), rejects, progress::show);
        interrupted.stops(run::cancel);
        return run.run();
    }

    private static ImportRequest request(Job job) {
        return new ImportRequest(
                job.profile(),
                job.inputs().stream().map(InputFile::of).toList(),
                job.dataset(),
                job.asOf(),
                job.dryRun());
    }
}
