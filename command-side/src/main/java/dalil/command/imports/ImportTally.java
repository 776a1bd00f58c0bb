package dalil.command.imports;

import dalil.command.imports.ImportReport.Given;
import dalil.command.imports.ImportReport.Rows;
import dalil.command.imports.row.ImportedRow;
import dalil.command.incident.IncidentCommand.ReportListedIncident;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what becomes of rows, and remembers which records are listed. Several threads count at once. */
final class ImportTally {

    final AtomicLong read = new AtomicLong();
    final AtomicLong created = new AtomicLong();
    final AtomicLong changed = new AtomicLong();
    final AtomicLong unchanged = new AtomicLong();
    final AtomicLong onRecord = new AtomicLong();
    final AtomicLong sourcesOnly = new AtomicLong();
    final AtomicLong skipped = new AtomicLong();
    final AtomicLong rejected = new AtomicLong();

    private final Set<UUID> recorded = new HashSet<>();
    private final Set<UUID> notRecorded = new HashSet<>();
    private long incidents;
    private long sources;
    private long forceUses;
    private long claims;

    /** Counts what a row gives. Called by the reading thread only. */
    void given(ImportedRow row) {
        for (Object command : row.commands()) {
            if (command instanceof ReportListedIncident incident) {
                incidents++;
                forceUses += incident.forceUses().size();
                claims += incident.claims().size();
                incident.forceUses()
                        .forEach(forceUse -> claims += forceUse.claims().size());
            } else {
                sources++;
            }
        }
    }

    synchronized void recorded(UUID incident) {
        recorded.add(incident);
    }

    synchronized void notRecorded(UUID incident) {
        notRecorded.add(incident);
    }

    /** The ids that the files list, whether or not their row could be recorded this time. */
    synchronized Set<UUID> recorded() {
        return recorded;
    }

    synchronized Set<UUID> notRecorded() {
        return notRecorded;
    }

    Rows rows(long repeated) {
        return new Rows(
                read.get(),
                created.get(),
                changed.get(),
                unchanged.get(),
                onRecord.get(),
                sourcesOnly.get(),
                skipped.get(),
                rejected.get(),
                repeated);
    }

    Given given() {
        return new Given(incidents, sources, forceUses, claims);
    }
}
