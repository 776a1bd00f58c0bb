package dalil.ledger.checkpoint;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Asks for a checkpoint now, every so often, and once more at the end. */
public final class Cadence implements AutoCloseable {

    private final Checkpointer checkpointer;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "ledger-checkpointer");
        made.setDaemon(true);
        return made;
    });

    public Cadence(Checkpointer checkpointer, Duration pause) {
        this.checkpointer = checkpointer;
        thread.scheduleWithFixedDelay(checkpointer::checkpoint, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        thread.shutdown();
        boolean interrupted = false;
        while (!thread.isTerminated()) {
            try {
                if (thread.awaitTermination(1, TimeUnit.MINUTES)) {
                    break;
                }
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        checkpointer.checkpoint();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
