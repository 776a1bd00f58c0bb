package dalil.command.imports;

import dalil.command.imports.RowSink.Outcome;
import dalil.command.imports.row.ImportedRow;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Threads that send rows on. Rows of the same turn are always one thread's, so they arrive in the order of the file; the queues are
 * short, so the reader waits for the slowest.
 */
final class RowWorkers {

    static final int THREADS = 8;
    static final int QUEUE = 32;

    /** What becomes of a row. Called from the workers' threads. */
    interface Results {

        void done(Numbered row, Outcome outcome);

        /** The sink threw; {@code true} if the import can go on. */
        boolean failed(Numbered row, RuntimeException failure);
    }

    /** @param number of the row, counted from 1 */
    record Numbered(long number, ImportedRow row) {}

    private static final Numbered END = new Numbered(0, ImportedRow.of("", List.of()));

    private final RowSink sink;
    private final Results results;
    private final List<BlockingQueue<Numbered>> queues = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    private volatile boolean stopped;

    RowWorkers(RowSink sink, Results results) {
        this.sink = sink;
        this.results = results;
        for (int i = 0; i < THREADS; i++) {
            BlockingQueue<Numbered> queue = new ArrayBlockingQueue<>(QUEUE);
            queues.add(queue);
            Thread thread = new Thread(() -> work(queue), "import-" + (i + 1));
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    /** Waits for room in the row's queue. */
    void send(Numbered row) throws InterruptedException {
        BlockingQueue<Numbered> queue =
                queues.get(Math.floorMod(row.row().turn().hashCode(), THREADS));
        while (!stopped && !queue.offer(row, 100, TimeUnit.MILLISECONDS)) {
            continue;
        }
    }

    /** Rows that no thread has taken yet are dropped; those taken are finished. */
    void stop() {
        stopped = true;
    }

    boolean isStopped() {
        return stopped;
    }

    /** Waits for all rows that were sent; after {@link #stop} for those that threads have taken. */
    void finish() throws InterruptedException {
        for (BlockingQueue<Numbered> queue : queues) {
            while (!queue.offer(END, 100, TimeUnit.MILLISECONDS)) {
                if (stopped) {
                    queue.clear();
                }
            }
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** Why the workers stopped by themselves; null if they did not. */
    @Nullable RuntimeException failure() {
        return failure.get();
    }

    private void work(BlockingQueue<Numbered> queue) {
        try {
            for (Numbered row = queue.take(); row != END; row = queue.take()) {
                if (!stopped) {
                    send(sink, row);
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(RowSink to, Numbered row) {
        try {
            results.done(row, to.accept(row.row()));
        } catch (RuntimeException refusedOrBroken) {
            if (!results.failed(row, refusedOrBroken)) {
                failure.compareAndSet(null, refusedOrBroken);
                stopped = true;
            }
        }
    }
}
