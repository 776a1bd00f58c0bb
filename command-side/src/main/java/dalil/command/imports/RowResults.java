package dalil.command.imports;

import dalil.command.Streams;
import dalil.command.imports.RowSink.Outcome;
import dalil.command.imports.RowWorkers.Numbered;
import dalil.command.imports.row.ImportedRow;
import dalil.command.imports.row.Reject;
import dalil.command.rule.FieldError;
import dalil.command.rule.Refusal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Accounts for every row that was sent, and for those that were not. */
final class RowResults implements RowWorkers.Results {

    private final ImportTally tally;
    private final RejectsFile rejects;
    private final boolean dryRun;

    RowResults(ImportTally tally, RejectsFile rejects, boolean dryRun) {
        this.tally = tally;
        this.rejects = rejects;
        this.dryRun = dryRun;
    }

    @Override
    public void done(Numbered row, Outcome outcome) {
        UUID incident = incidentOf(row.row());
        if (incident == null) {
            tally.sourcesOnly.incrementAndGet();
            return;
        }
        tally.recorded(incident);
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
        FieldError field = refusal.errors().isEmpty() ? null : refusal.errors().get(0);
        String detail = field == null ? String.valueOf(refusal.getMessage()) : field.pointer() + ": " + field.detail();
        rejected(new Reject(row.number(), "", refusal.code(), detail), incidentOf(row.row()));
        return true;
    }

    /** @param incident UUID of the incident that the row is about; null where that is not known */
    void rejected(Reject reject, @Nullable UUID incident) {
        tally.rejected.incrementAndGet();
        if (incident != null) {
            tally.notRecorded(incident);
        }
        rejects.add(reject);
    }

    private static @Nullable UUID incidentOf(ImportedRow row) {
        return row.key().startsWith("incident/") ? UUID.fromString(Streams.id(row.key())) : null;
    }
}
