package dalil.ledger.sequence;

import dalil.ledger.Head;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The last durable head, and those who wait for a later one. */
final class Published {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private volatile Head head;

    Published(Head head) {
        this.head = head;
    }

    Head head() {
        return head;
    }

    void publish(Head next) {
        lock.lock();
        try {
            head = next;
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean awaitSize(long atLeast, Duration timeout) {
        long left = TimeUnit.NANOSECONDS.convert(timeout);
        lock.lock();
        try {
            while (head.size() < atLeast && left > 0) {
                left = grown.awaitNanos(left);
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
        return head.size() >= atLeast;
    }
}
