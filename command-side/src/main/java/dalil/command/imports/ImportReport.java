package dalil.command.imports;

import dalil.command.imports.row.DatasetIds;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an import came to.
 *
 * @param asOf ISO date of the files; empty if the import failed before it was known
 * @param noLonger records that the dataset listed before and does not list now; in a dry run, would not
 * @param position of the ledger after the listing; null if nothing was listed
 * @param warnings for whoever wrote the profile
 * @param problem why it failed; null if it did not
 */
public record ImportReport(
        State state,
        String dataset,
        UUID datasetId,
        String asOf,
        boolean dryRun,
        Rows rows,
        Given given,
        NoLonger noLonger,
        @Nullable Long position,
        List<String> warnings,
        @Nullable String problem,
        Instant started,
        Instant ended) {

    /** An import that ended before it could report. */
    public static ImportReport brokenOff(ImportRequest request, Instant when) {
        return new ImportReport(
                State.FAILED,
                request.datasetName(),
                DatasetIds.dataset(request.datasetName()),
                "",
                request.dryRun(),
                new Rows(0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
                new Given(0, 0, 0, 0, 0, 0, 0),
                NoLonger.NONE,
                null,
                List.of(),
                "it could not be carried out",
                when,
                when);
    }

    /** How an import ends. */
    public enum State {
        /** Every row was read and what is listed now is on record; or it was a dry run. */
        FINISHED,
        /** Somebody stopped it: some rows are recorded, nothing is listed. */
        CANCELLED,
        /** It could not go on: some rows may be recorded, nothing is listed. */
        FAILED
    }

    /**
     * What became of the rows; all but {@code read} and {@code repeated} add up to {@code read}.
     *
     * @param created rows of whose records none was on record; in a dry run, would have been
     * @param onRecord in a dry run: rows of which a record is on record, changed or not
     * @param sourcesOnly rows that give no record
     * @param skipped by a condition of the profile
     * @param removed rows that say no more than that a record is gone
     * @param repeated rows with the id of an earlier row
     */
    public record Rows(
            long read,
            long created,
            long changed,
            long unchanged,
            long onRecord,
            long sourcesOnly,
            long skipped,
            long removed,
            long rejected,
            long repeated) {}

    /** Records that are not listed any more, by their kind; they stay on record. */
    public record NoLonger(long incidents, long casualties, long figures) {

        public static final NoLonger NONE = new NoLonger(0, 0, 0);

        public boolean any() {
            return incidents + casualties + figures > 0;
        }
    }

    /** What the rows gave that were not rejected by the profile. */
    public record Given(
            long incidents, long sources, long forceUses, long casualties, long injuries, long figures, long claims) {}
}
