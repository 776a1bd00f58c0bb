package dalil.command.imports;

import dalil.command.KnownRecords;
import dalil.command.StreamCommand;
import dalil.command.Streams;
import dalil.command.casualty.CasualtyCommand.RecordListedCasualty;
import dalil.command.dataset.DatasetCommand.ListDataset;
import dalil.command.figure.FigureCommand.PublishListedFigure;
import dalil.command.imports.row.ImportedRow;
import dalil.command.incident.IncidentCommand.LinkListedIncident;
import dalil.command.rule.Refusal;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Where rows end in a dry run: it is looked up whether they, and what they refer to, are on record, and nothing else. */
final class DryRunSink implements RowSink {

    private final KnownRecords known;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    DryRunSink(KnownRecords known) {
        this.known = known;
    }

    @Override
    public Outcome accept(ImportedRow row) {
        for (StreamCommand command : row.commands()) {
            String other = referredTo(command);
            if (other != null && !row.records().contains(other) && !seen.contains(other) && !known.exists(other)) {
                throw Refusal.because("unknown-id", "it refers to another record, which is not on record");
            }
        }
        boolean again = row.records().stream().anyMatch(seen::contains);
        seen.addAll(row.records());
        return again
                ? Outcome.CHANGED
                : row.records().stream().anyMatch(known::exists) ? Outcome.UNCHANGED : Outcome.NEW;
    }

    private static @Nullable String referredTo(StreamCommand command) {
        if (command instanceof RecordListedCasualty casualty && casualty.incident() != null) {
            return Streams.incident(casualty.incident());
        }
        if (command instanceof PublishListedFigure figure && figure.figure().partOf() != null) {
            return Streams.figure(figure.figure().partOf());
        }
        return command instanceof LinkListedIncident link ? link.to() : null;
    }

    @Override
    public long list(ListDataset listing) {
        throw new IllegalStateException("a dry run lists nothing");
    }
}
