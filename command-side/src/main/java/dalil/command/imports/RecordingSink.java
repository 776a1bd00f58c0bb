package dalil.command.imports;

import dalil.command.Actor;
import dalil.command.KnownRecords;
import dalil.command.Recorder;
import dalil.command.StreamCommand;
import dalil.command.dataset.DatasetCommand.ListDataset;
import dalil.command.dataset.ListedBefore;
import dalil.command.dataset.Listings;
import dalil.command.imports.row.ImportedRow;
import dalil.command.rule.Refusal;
import java.util.List;
import java.util.function.LongSupplier;

/** Records rows: what a row gives is one append, or nothing is. */
public final class RecordingSink implements RowSink {

    private static final int ATTEMPTS = 8;
    private static final long WAIT_MILLIS = 20;

    private final Recorder recorder;
    private final KnownRecords known;
    private final LongSupplier position;
    private final Listings listings;
    private final Actor actor;
    private final String run;

    /**
     * @param position of the ledger now
     * @param listings what datasets list
     * @param actor who imports
     * @param run what stands for the request in every fact of this import
     */
    public RecordingSink(
            Recorder recorder, KnownRecords known, LongSupplier position, Listings listings, Actor actor, String run) {
        this.recorder = recorder;
        this.known = known;
        this.position = position;
        this.listings = listings;
        this.actor = actor;
        this.run = run;
    }

    @Override
    public Outcome accept(ImportedRow row) {
        boolean there = row.records().stream().anyMatch(known::exists);
        int facts = record(row.commands());
        return !there ? Outcome.NEW : facts > 0 ? Outcome.CHANGED : Outcome.UNCHANGED;
    }

    @Override
    public long list(ListDataset listing) {
        record(List.of(listing));
        return position.getAsLong();
    }

    @Override
    public ListedBefore listedBefore(String stream) {
        return listings.last(stream);
    }

    /** Two rows that bring the same new source at once: the second finds it registered when it tries again. */
    private int record(List<StreamCommand> commands) {
        for (int attempt = 1; ; attempt++) {
            try {
                return recorder.recordBatch(run, actor, commands);
            } catch (Refusal refusal) {
                if (!refusal.code().equals("busy") || attempt == ATTEMPTS) {
                    throw refusal;
                }
                sleep(attempt * WAIT_MILLIS, refusal);
            }
        }
    }

    private static void sleep(long millis, Refusal refusal) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw refusal;
        }
    }
}
