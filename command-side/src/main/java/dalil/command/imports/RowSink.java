package dalil.command.imports;

import dalil.command.dataset.DatasetCommand.ListDataset;
import dalil.command.dataset.ListedBefore;
import dalil.command.imports.row.ImportedRow;
import dalil.command.rule.Refusal;

/** Where rows go. Called from several threads at once, so two rows may register the same source: a conflict is the sink's to retry. */
public interface RowSink {

    /** What a row came to. */
    enum Outcome {
        /** None of its records was on record. */
        NEW,
        /** It says something else than before. */
        CHANGED,
        /** It says what it said before; no fact was recorded. */
        UNCHANGED
    }

    /** @throws Refusal if the row cannot be recorded; the import goes on without it */
    Outcome accept(ImportedRow row);

    /**
     * Records what is listed now. Called after every row, or after every version of a file of changes.
     *
     * @return the ledger's position after it
     */
    long list(ListDataset listing);

    /** What the dataset of this stream lists now. */
    default ListedBefore listedBefore(String stream) {
        return ListedBefore.NOTHING;
    }
}
