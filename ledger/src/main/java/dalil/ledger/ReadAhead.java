package dalil.ledger;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Reads a ledger as it is, and behind a full batch already the next one, while the caller works on it. It remembers one batch: of
 * several callers at different places each gets what is right, but only some get it sooner.
 *
 * @param <T> what a fact is read as
 */
public final class ReadAhead<T> {

    /** More readers than this read for themselves. */
    private static final int THREADS = 2;

    private static final Executor THREADS_AHEAD = threads();

    private final Reading<T> reading;
    private final AtomicReference<@Nullable Ahead<T>> ahead = new AtomicReference<>();

    /** What stands from an index on, without a gap, at most so many; none behind the end. */
    public interface Reading<T> {
        List<T> read(long from, int most);
    }

    private record Ahead<T>(long from, int most, CompletableFuture<List<T>> batch) {}

    public ReadAhead(Reading<T> reading) {
        this.reading = reading;
    }

    /** The same as the reading, and throws what it threw. It may lack what was appended a moment ago, but is empty only at the end. */
    public List<T> read(long from, int most) {
        Ahead<T> known = ahead.getAndSet(null);
        List<T> early = known != null && known.from == from && known.most == most ? result(known.batch) : List.of();
        // where the ledger ended then, there may be more by now
        List<T> batch = early.isEmpty() ? reading.read(from, most) : early;
        if (batch.size() == most) {
            begin(from + most, most);
        }
        return batch;
    }

    private void begin(long from, int most) {
        try {
            ahead.set(new Ahead<>(
                    from, most, CompletableFuture.supplyAsync(() -> reading.read(from, most), THREADS_AHEAD)));
        } catch (RejectedExecutionException busy) {
            // the caller will read it
        }
    }

    private static <T> List<T> result(CompletableFuture<List<T>> batch) {
        try {
            return batch.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException reason) {
                throw reason;
            }
            throw failed;
        }
    }

    private static Executor threads() {
        return new ThreadPoolExecutor(0, THREADS, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
            Thread thread = new Thread(work, "ledger-ahead");
            thread.setDaemon(true);
            return thread;
        });
    }
}
