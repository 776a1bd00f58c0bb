package dalil.command.imports;

import dalil.command.dataset.DatasetCommand.ListDataset;
import dalil.command.imports.row.ImportedRow;
import dalil.command.rule.Refusal;

/** Where rows go. Called from several threads at once, so two rows may register the same source: a conflict is the sink's to retry. */
public interface RowSink {

    /** What a row came to. */
    enum Outcome {
        /** Its incident was not on record. */
        NEW,
        /** It says something else than before. */
        CHANGED,
        /** It says what it said before; no fact was recorded. */
        UNCHANGED
    }

    /** @throws Refusal if the row cannot be recorded; the import goes on without it */
    Outcome accept(ImportedRow row);

    /**
     * Records what is listed now. Called once, after every row.
     *
     * @return the ledger's position after it
     */
    long list(ListDataset listing);
}
