package dalil.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ctrl-C lets what is under way end, and its end be told, before the process does. */
final class Interruption implements AutoCloseable {

    private static final int SECONDS = 60;

    private final CountDownLatch told = new CountDownLatch(1);

    /** What is done on Ctrl-C; the process then waits until this is closed. */
    void stops(Runnable stop) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stop.run();
            await();
        }));
    }

    private void await() {
        try {
            if (!told.await(SECONDS, TimeUnit.SECONDS)) {
                System.err.println("dalil: what was under way did not end; nothing acknowledged is lost");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        told.countDown();
    }
}
