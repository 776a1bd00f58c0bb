package dalil.query.wire;

import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;

/**
 * Readers that wait for what is not reflected yet. Each holds one of the server's 64 threads, of which writes may hold 48; so only a few
 * may wait at once, in the whole process, and the others hear at once that it is not there yet.
 */
public final class Waiters {

    /** How many may wait at once; as many threads are left for readers that need not. */
    public static final int MOST = 8;

    private static final Semaphore FREE = new Semaphore(MOST);

    private Waiters() {}

    /** Waits if there is room; says whether what was waited for has come. */
    public static boolean await(BooleanSupplier waiting) {
        if (!FREE.tryAcquire()) {
            return false;
        }
        try {
            return waiting.getAsBoolean();
        } finally {
            FREE.release();
        }
    }
}
