package dalil.command.imports;

import dalil.command.StreamCommand;
import dalil.command.casualty.CasualtyCommand.RecordListedCasualty;
import dalil.command.figure.FigureCommand.PublishListedFigure;
import dalil.command.imports.ImportReport.Given;
import dalil.command.imports.ImportReport.Rows;
import dalil.command.imports.row.ImportedRow;
import dalil.command.incident.IncidentCommand.ReportListedIncident;
import dalil.events.claim.ClaimedPart;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what becomes of rows. Several threads count at once. */
final class ImportTally {

    final AtomicLong read = new AtomicLong();
    final AtomicLong created = new AtomicLong();
    final AtomicLong changed = new AtomicLong();
    final AtomicLong unchanged = new AtomicLong();
    final AtomicLong onRecord = new AtomicLong();
    final AtomicLong sourcesOnly = new AtomicLong();
    final AtomicLong skipped = new AtomicLong();
    final AtomicLong removed = new AtomicLong();
    final AtomicLong rejected = new AtomicLong();
    final AtomicLong linksNotMade = new AtomicLong();

    private long incidents;
    private long sources;
    private long forceUses;
    private long casualties;
    private long injuries;
    private long figures;
    private long claims;

    /** Counts what a row gives. Called by the reading thread only. */
    void given(ImportedRow row) {
        for (StreamCommand command : row.commands()) {
            if (command instanceof ReportListedIncident incident) {
                incidents++;
                forceUses += incident.forceUses().size();
                claims += incident.claims().size();
                parts(incident.forceUses());
            } else if (command instanceof RecordListedCasualty casualty) {
                casualties++;
                injuries += casualty.injuries().size();
                claims += casualty.claims().size();
                parts(casualty.injuries());
            } else if (command instanceof PublishListedFigure) {
                figures++;
            } else {
                sources++;
            }
        }
    }

    private void parts(List<? extends ClaimedPart> parts) {
        parts.forEach(part -> claims += part.claims().size());
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
                removed.get(),
                rejected.get(),
                repeated);
    }

    Given given() {
        return new Given(incidents, sources, forceUses, casualties, injuries, figures, claims);
    }
}
