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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.UUID;

/** An import by the command line itself, with the folder open. */
final class FolderImport {

    private final Path data;

    FolderImport(Path data) {
        this.data = data;
    }

    ImportReport run(Job job, ProgressLine progress, Interruption interrupted) throws IOException {
        Ledger ledger = new DataFolder(data)
                .openOrCreate(
                        new DataFolder.CaseOptions(DataFolder.CASE_NAME, ZoneId.of(DataFolder.ZONE)),
                        failure -> Runtime.getRuntime().halt(1));
        Path file = job.rejectsFile();
        ImportReport report;
        long rejected;
        try (WriteSide writeSide = new WriteSide(ledger);
                RejectsFile rejects = new RejectsFile(file)) {
            RecordingSink sink = new RecordingSink(
                    writeSide.recorder(),
                    ledger::exists,
                    () -> ledger.size() - 1,
                    new Actor(job.actor(), "importer", "command-line"),
                    UUID.randomUUID().toString());
            ImportRequest request = new ImportRequest(
                    job.profile(),
                    job.inputs().stream().map(InputFile::of).toList(),
                    job.dataset(),
                    job.asOf(),
                    job.dryRun());
            ImportRun run = new ImportRun(
                    request, sink, ledger::exists, UUID::randomUUID, Clock.systemUTC(), rejects, progress::show);
            interrupted.stops(run::cancel);
            report = run.run();
            rejected = rejects.count();
        }
        if (rejected == 0) {
            Files.deleteIfExists(file);
        }
        return report;
    }
}
