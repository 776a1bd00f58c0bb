package dalil.command.imports.http;

import dalil.command.imports.ImportReport;
import dalil.command.imports.Progress;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import as it is told to whoever asks.
 *
 * @param state {@code queued}, {@code running}, {@code finished}, {@code cancelled} or {@code failed}
 * @param dataset the name under which it is imported
 * @param outcome null until it has ended
 */
record ImportView(
        UUID id,
        String state,
        String profile,
        String dataset,
        boolean dryRun,
        Instant submitted,
        Progress progress,
        @Nullable Outcome outcome) {

    /**
     * What it came to.
     *
     * @param datasetId UUID of the dataset
     * @param asOf ISO date of the files; empty if it failed before that was known
     * @param rows what became of them
     * @param given what they gave
     * @param noLonger records that the dataset listed before and does not list now
     * @param position of the ledger after the listing; null if nothing was listed
     * @param warnings about the profile
     * @param problem why it failed; null if it did not
     * @param rejects where the rows that were not recorded are listed
     */
    record Outcome(
            UUID datasetId,
            String asOf,
            ImportReport.Rows rows,
            ImportReport.Given given,
            ImportReport.NoLonger noLonger,
            @Nullable Long position,
            List<String> warnings,
            @Nullable String problem,
            Instant started,
            Instant ended,
            String rejects) {}

    /** The imports that are remembered, the latest first. */
    record Imports(List<ImportView> imports) {}

    static ImportView of(ImportJob job) {
        ImportReport report = job.report();
        return new ImportView(
                job.id(),
                job.state(),
                job.request().profile().name(),
                job.request().datasetName(),
                job.request().dryRun(),
                job.submitted(),
                job.progress(),
                report == null ? null : outcome(job, report));
    }

    private static Outcome outcome(ImportJob job, ImportReport report) {
        return new Outcome(
                report.datasetId(),
                report.asOf(),
                report.rows(),
                report.given(),
                report.noLonger(),
                report.position(),
                report.warnings(),
                report.problem(),
                report.started(),
                report.ended(),
                ImportEndpoint.PATH + "/" + job.id() + "/rejects");
    }
}
