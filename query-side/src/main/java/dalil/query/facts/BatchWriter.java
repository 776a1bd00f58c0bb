package dalil.query.facts;

import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Writes a batch while the next one is collected. After a failure nothing more is written: whoever collects is told at the next call
 * and begins again from what the table holds.
 */
final class BatchWriter implements AutoCloseable {

    private final FactsTable table;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread writer = new Thread(task, "facts-writer");
        writer.setDaemon(true);
        return writer;
    });
    private @Nullable Future<?> writing;

    BatchWriter(FactsTable table) {
        this.table = table;
    }

    /** Begins to write once the batch before is written. */
    void write(Batch batch, long at, String leaf) throws SQLException {
        finish();
        writing = thread.submit(() -> {
            table.write(batch, at, leaf);
            return null;
        });
    }

    /** Fails if the last batch is known not to have been written; waits for nothing. */
    void check() throws SQLException {
        if (writing != null && writing.isDone()) {
            finish();
        }
    }

    /** Waits until everything is written. */
    void finish() throws SQLException {
        Future<?> last = writing;
        writing = null;
        try {
            if (last != null) {
                last.get();
            }
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause();
            if (cause instanceof SQLException sql) {
                throw sql;
            }
            if (cause instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(cause);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Waits for a batch that is being written, so that nobody opens the table meanwhile. */
    @Override
    public void close() {
        thread.shutdown();
        boolean ended = false;
        boolean interrupted = false;
        while (!ended) {
            try {
                ended = thread.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException meanwhile) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
