package dalil.command.imports;

import dalil.command.KnownRecords;
import dalil.command.dataset.DatasetCommand.ListDataset;
import dalil.command.imports.row.ImportedRow;

/** Where rows end in a dry run: it is looked up whether they are on record, and nothing else. */
final class DryRunSink implements RowSink {

    private final KnownRecords known;

    DryRunSink(KnownRecords known) {
        this.known = known;
    }

    @Override
    public Outcome accept(ImportedRow row) {
        return known.exists(row.key()) ? Outcome.UNCHANGED : Outcome.NEW;
    }

    @Override
    public long list(ListDataset listing) {
        throw new IllegalStateException("a dry run lists nothing");
    }
}
