package dalil.ledger.sequence;

import dalil.ledger.Appended;
import dalil.ledger.Head;
import dalil.ledger.LedgerHealth;
import dalil.ledger.LedgerWiring;
import dalil.ledger.fault.LedgerUnavailable;
import dalil.ledger.fault.LedgerUnavailable.Reason;
import dalil.ledger.store.Block;
import dalil.ledger.store.LedgerStore;
import dalil.ledger.store.Overtaken;
import dalil.ledger.store.PreparedAppend;
import dalil.ledger.store.StoredKeys;
import dalil.ledger.store.Tail;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The only writer of a ledger in this process. One thread takes what waits, makes a block of it, writes it and answers; while it writes, the next
 * group gathers. Where other processes write too, the store lets exactly one of them have each place; who was overtaken places its
 * group anew. What a crash means is said at each step of {@link #write}.
 */
public final class Sequencer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Sequencer.class);

    /** Appends that may wait; beyond, they are refused, so that overload is an answer and not a heap. */
    private static final int WAITING = 10_000;

    /** How often a group is placed anew behind another process's block before its callers are told to come again. */
    private static final int PLACINGS = 100;

    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final LedgerStore store;
    private final LedgerWiring wiring;
    private final RecordedClock clock;
    private final Published published;
    private final BlockingQueue<Pending> waiting = new ArrayBlockingQueue<>(WAITING);
    private final ReentrantLock writing = new ReentrantLock(true);
    private final Thread thread;

    private volatile long notBefore = Long.MIN_VALUE / 2;
    private Tail tail;
    private long lookedAt;
    private @Nullable Pending carried;
    private volatile boolean closed;
    private volatile @Nullable Throwable failure;

    /** Begins where the store ends. */
    public Sequencer(LedgerStore store, LedgerWiring wiring) {
        this.store = store;
        this.wiring = wiring;
        this.clock = new RecordedClock(wiring.clock());
        this.tail = Tail.of(store);
        this.published = new Published(tail.head());
        this.thread = new Thread(this::run, "ledger-sequencer");
        this.thread.setDaemon(true);
        this.thread.start();
    }

    /**
     * Returns when the facts are durable and readable.
     *
     * @throws dalil.ledger.fault.AppendConflict if an event id or a place in a stream is taken
     * @throws dalil.ledger.fault.RequestAlreadyKnown if the request id is
     * @throws LedgerUnavailable if the ledger takes no appends just now
     */
    public Appended append(PreparedAppend append) {
        Pending pending = new Pending(append);
        refuseIfStopped();
        if (!waiting.offer(pending)) {
            throw new LedgerUnavailable(Reason.BUSY, WAITING + " appends are waiting");
        }
        // The thread may have stopped between the check and the offer, and then nobody would answer.
        if ((closed || failure != null) && waiting.remove(pending)) {
            refuseIfStopped();
        }
        return pending.await();
    }

    private void refuseIfStopped() {
        if (failure != null) {
            throw failed();
        }
        if (closed) {
            throw new LedgerUnavailable(Reason.CLOSED, "the ledger is closed");
        }
    }

    public Head head() {
        return published.head();
    }

    /** Whether the ledger reached that size within the time. */
    public boolean awaitSize(long atLeast, Duration timeout) {
        return published.awaitSize(atLeast, timeout);
    }

    /** Takes no more appends, because what is stored cannot be trusted. The process may go on answering reads. */
    public void stop(Throwable reason) {
        if (failure == null) {
            LOG.error("the ledger takes no more appends", reason);
            failure = reason;
        }
    }

    /** Facts from here on are recorded at this time or later, as if one had been recorded then. */
    public void recordNotBefore(Instant time) {
        notBefore = Math.max(notBefore, time.toEpochMilli());
    }

    /** How many appends wait for the next group. */
    public int waiting() {
        return waiting.size();
    }

    public LedgerHealth health() {
        Throwable reason = failure;
        return new LedgerHealth(
                reason == null && !closed,
                reason == null ? null : String.valueOf(reason.getMessage()),
                clock.forced(),
                clock.flagged());
    }

    private void run() {
        while (failure == null && !(closed && waiting.isEmpty() && carried == null)) {
            List<Pending> appends = next();
            if (appends.isEmpty()) {
                look();
            } else {
                commit(appends);
            }
        }
        for (Pending left = carried != null ? carried : waiting.poll(); left != null; left = waiting.poll()) {
            left.refuse(failure != null ? failed() : new LedgerUnavailable(Reason.CLOSED, "the ledger is closed"));
        }
    }

    // Order of writes, 1 (first half): what waits, up to the bounds of a block. A crash here: nothing is stored, nobody
    // was answered.
    private List<Pending> next() {
        List<Pending> appends = new ArrayList<>();
        int facts = 0;
        long bytes = 0;
        try {
            Pending one = carried != null ? carried : waiting.poll(20, TimeUnit.MILLISECONDS);
            carried = null;
            while (one != null) {
                facts += one.append().facts().size();
                bytes += one.append().bytes();
                if (!appends.isEmpty() && (facts > Preparation.MAX_FACTS || bytes > Preparation.MAX_BYTES)) {
                    carried = one;
                    break;
                }
                appends.add(one);
                one = waiting.poll();
            }
        } catch (InterruptedException nobodyShould) {
            LOG.warn("the sequencer's thread was interrupted and goes on");
        }
        return appends;
    }

    /**
     * Something else to be written through the same connection, between two groups and in the caller's thread.
     *
     * @throws LedgerUnavailable if nothing may be written any more, or not just now
     */
    public void between(Runnable write) {
        writing.lock();
        try {
            if (failure != null) {
                throw failed();
            }
            try {
                write.run();
            } catch (LedgerUnavailable refused) {
                if (refused.reason() == Reason.FAILED) {
                    fail(refused, List.of());
                }
                throw refused;
            }
        } finally {
            writing.unlock();
        }
    }

    private void commit(List<Pending> appends) {
        writing.lock();
        try {
            if (failure != null) {
                appends.forEach(one -> one.refuse(failed()));
                return;
            }
            write(appends);
        } catch (LedgerUnavailable refused) {
            if (refused.reason() == Reason.FAILED) {
                fail(refused, appends);
            } else {
                appends.forEach(one -> one.refuse(
                        new LedgerUnavailable(refused.reason(), String.valueOf(refused.getMessage()), refused)));
            }
        } catch (Throwable unknown) {
            fail(unknown, appends);
        } finally {
            writing.unlock();
        }
    }

    private void write(List<Pending> appends) {
        for (int placing = 1; ; placing++) {
            try {
                place(appends);
                return;
            } catch (Overtaken another) {
                // Nothing of this group is stored or will be. It is placed behind the other's block, which may also
                // refuse
                // some of it.
                if (placing == PLACINGS) {
                    throw new LedgerUnavailable(Reason.BUSY, "other processes were first again and again", another);
                }
                catchUp();
            }
        }
    }

    private void place(List<Pending> appends) {
        Head before = tail.head();

        // 1. Refuse duplicates one by one. A crash here: nothing is stored, nobody was answered; a caller who asks
        // again with the
        //    same request id starts afresh.
        // 2. Give indexes and times, make record bytes, extend the tree. A crash here: the same. The indexes were
        // promised to
        //    nobody and will be given again.
        long recorded = clock.after(Math.max(tail.recorded(), notBefore));
        StoredKeys stored = store.keysFor(appends.stream().map(Pending::append).toList());
        Group group = new Group(stored, before, recorded, tail.highestAt());
        appends.forEach(group::add);

        if (group.isEmpty()) {
            // What refused them all may stand in another process's block; whoever is told of it must find it.
            catchUp();
        } else {
            // 3. One atomic, durable write. A crash inside: the store has the whole block or nothing of it. A crash
            // right after it:
            //    the facts are stored and count, though their callers never heard; whoever asks again with the same
            // request id
            //    gets the first answer.
            Block block = group.block();
            store.append(block);
            tail = new Tail(block.head(), recorded, group.highestAt());

            // 4. Wake the readers, answer the callers. A crash here: some heard, all is stored. Readers first, so that
            // nobody is
            //    told of an index that cannot be read.
            published.publish(block.head());
        }
        group.answer();
        // 5. Tiles and checkpoints are made later, from what 3 stored, as often as needed.
    }

    private void catchUp() {
        lookedAt = System.nanoTime();
        Tail now = store.tail(tail);
        if (now.head().size() > tail.head().size()) {
            tail = now;
            published.publish(now.head());
        }
    }

    /** While nothing waits: what other processes added, for those who read here. */
    private void look() {
        if (System.nanoTime() - lookedAt < LOOK_NANOS) {
            return;
        }
        writing.lock();
        try {
            catchUp();
        } catch (LedgerUnavailable later) {
            LOG.debug("could not look for new facts", later);
        } catch (RuntimeException broken) {
            fail(broken, List.of());
        } finally {
            writing.unlock();
        }
    }

    // After a failed write or fsync nobody knows what is on disk, and a second fsync may claim success for pages that
    // are lost.
    // So this ledger never writes again; the next start reads what is there.
    private void fail(Throwable reason, List<Pending> appends) {
        failure = reason;
        LOG.error("the ledger failed and takes no more appends; the process should stop", reason);
        appends.forEach(one -> one.refuse(failed()));
        try {
            wiring.onFailure().accept(reason);
        } catch (Throwable inTheHook) {
            LOG.error("the failure hook failed", inTheHook);
        }
    }

    private LedgerUnavailable failed() {
        if (failure instanceof LedgerUnavailable stopped && stopped.reason() != Reason.FAILED) {
            return new LedgerUnavailable(stopped.reason(), String.valueOf(stopped.getMessage()), stopped);
        }
        return new LedgerUnavailable(Reason.FAILED, "the ledger failed and takes no more appends", failure);
    }

    /** Writes what still waits, then stops. The store stays open. */
    @Override
    public void close() {
        closed = true;
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
