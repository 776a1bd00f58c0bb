package dalil.command.imports;

import dalil.command.imports.RowSink.Outcome;
import dalil.command.imports.RowWorkers.Numbered;
import dalil.command.imports.row.Reject;
import dalil.command.rule.FieldError;
import dalil.command.rule.Refusal;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Accounts for every row that was sent, and for those that were not. */
final class RowResults implements RowWorkers.Results {

    private final ImportTally tally;
    private final Listing listing;
    private final RejectsFile rejects;
    private final boolean dryRun;
    private final Set<Long> failed = ConcurrentHashMap.newKeySet();

    RowResults(ImportTally tally, Listing listing, RejectsFile rejects, boolean dryRun) {
        this.tally = tally;
        this.listing = listing;
        this.rejects = rejects;
        this.dryRun = dryRun;
    }

    @Override
    public void done(Numbered row, Outcome outcome) {
        if (row.row().records().isEmpty()) {
            tally.sourcesOnly.incrementAndGet();
            return;
        }
        switch (outcome) {
            case NEW -> tally.created.incrementAndGet();
            case CHANGED -> tally.changed.incrementAndGet();
            case UNCHANGED -> (dryRun ? tally.onRecord : tally.unchanged).incrementAndGet();
        }
    }

    @Override
    public boolean failed(Numbered row, RuntimeException failure) {
        if (!(failure instanceof Refusal refusal)) {
            return false;
        }
        failed.add(row.number());
        rejected(reject(row.number(), "", refusal), row.row().key(), row.row().records());
        return true;
    }

    /**
     * @param row what names it; empty where that is not known
     * @param records the streams of the records that it is about, as far as they are known
     */
    void rejected(Reject reject, String row, List<String> records) {
        tally.rejected.incrementAndGet();
        listing.rejected(row, records);
        rejects.add(reject);
    }

    /** Whether the row was refused after it had been sent. */
    boolean hasFailed(long row) {
        return failed.contains(row);
    }

    /** The row stands, but a link from it does not. */
    void linkFailed(long row, Refusal refusal) {
        tally.linksNotMade.incrementAndGet();
        rejects.add(reject(row, "links", refusal));
    }

    private static Reject reject(long row, String column, Refusal refusal) {
        FieldError field = refusal.errors().isEmpty() ? null : refusal.errors().get(0);
        return new Reject(
                row,
                column,
                refusal.code(),
                field == null ? String.valueOf(refusal.getMessage()) : field.pointer() + ": " + field.detail());
    }
}
