package dalil.command.imports;

import dalil.command.StreamCommand;
import dalil.command.imports.RowWorkers.Numbered;
import dalil.command.imports.mapping.Mapped;
import dalil.command.imports.row.ImportedRow;
import dalil.command.rule.Refusal;
import java.util.ArrayList;
import java.util.List;

/** The way of rows from the mapper to the sink, through several threads. */
final class Passage {

    private final RowSink to;
    private final ImportTally tally;
    private final Listing listing;
    private final RowResults results;
    private final List<Linked> linked = new ArrayList<>();
    private RowWorkers workers;

    /** The links of a row, until every row is on record. */
    private record Linked(long number, List<StreamCommand> links) {}

    Passage(RowSink to, ImportTally tally, Listing listing, RowResults results) {
        this.to = to;
        this.tally = tally;
        this.listing = listing;
        this.results = results;
        this.workers = new RowWorkers(to, results);
    }

    /** Whether nothing more is taken, because somebody or a fault stopped it. */
    boolean isStopped() {
        return workers.isStopped();
    }

    /** Rows that no thread has taken yet are dropped; those taken are finished. */
    void stop() {
        workers.stop();
    }

    void take(Mapped mapped, long number) throws InterruptedException {
        if (listed(mapped, number) && mapped instanceof Mapped.Row row) {
            tally.given(row.row());
            if (!row.row().links().isEmpty()) {
                linked.add(new Linked(number, row.row().links()));
            }
            workers.send(new Numbered(number, row.row()));
        }
    }

    /** A row that an earlier import recorded, or did not. */
    void takeAsBefore(Mapped mapped, long number) {
        if (listed(mapped, number) && mapped instanceof Mapped.Row row) {
            tally.given(row.row());
            tally.unchanged.incrementAndGet();
            listing.doubt(row.row().records());
        }
    }

    /** A row that says no more than that its record is gone. */
    void takeRemoval(String key) {
        listing.givesNothing(key);
        tally.removed.incrementAndGet();
    }

    /** Whether the row is one to record. */
    private boolean listed(Mapped mapped, long number) {
        if (mapped instanceof Mapped.Row row) {
            if (!row.row().records().isEmpty()) {
                listing.gives(row.row().key(), row.row().records());
            }
            return true;
        }
        if (mapped instanceof Mapped.Rejected rejected) {
            results.rejected(rejected.reject(), rejected.key(), rejected.records());
        } else {
            listing.givesNothing(((Mapped.Skipped) mapped).key());
            tally.skipped.incrementAndGet();
        }
        return false;
    }

    /** Waits until every row taken so far is recorded, and then makes their links: one may go to a row that stands below its own. */
    void finish() throws InterruptedException {
        workers.finish();
        if (workers.failure() != null) {
            throw workers.failure();
        }
        if (!isStopped()) {
            linked.forEach(this::link);
            linked.clear();
        }
    }

    /** The same, and more rows follow. */
    void pause() throws InterruptedException {
        finish();
        workers = new RowWorkers(to, results);
    }

    /** Ends the threads without a word on how they ended. */
    void end() throws InterruptedException {
        workers.finish();
    }

    private void link(Linked row) {
        if (results.hasFailed(row.number())) {
            return;
        }
        for (StreamCommand link : row.links()) {
            try {
                to.accept(ImportedRow.of(link.stream(), List.of(link)));
            } catch (Refusal refusal) {
                results.linkFailed(row.number(), refusal);
            }
        }
    }
}
