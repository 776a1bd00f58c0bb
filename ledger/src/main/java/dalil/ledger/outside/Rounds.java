package dalil.ledger.outside;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Runs each of some tasks again and again in a thread of its own, so that nobody who is slow delays another. They must not throw. */
public final class Rounds implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 10;

    private final ScheduledExecutorService threads;

    public Rounds(String name, List<? extends Runnable> tasks, Duration pause) {
        threads = Executors.newScheduledThreadPool(Math.max(1, tasks.size()), task -> {
            Thread made = new Thread(task, name);
            made.setDaemon(true);
            return made;
        });
        for (Runnable task : tasks) {
            threads.scheduleWithFixedDelay(task, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Interrupts who waits for an answer, and waits for who is just keeping one. */
    @Override
    public void close() {
        threads.shutdownNow();
        try {
            threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }
}
