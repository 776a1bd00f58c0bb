package dalil.query.report;

import dalil.events.FactMapper;
import dalil.events.report.ReportFact;
import dalil.ledger.Ledger;
import dalil.ledger.StoredFact;
import dalil.query.problem.NotYet;
import dalil.query.report.OpenReports.Page;
import dalil.query.wire.Waiters;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the open reports from the ledger's beginning after every start, in a thread of its own, and follows from there. A reader waits
 * for it or is told that it is not there yet: never is a part shown as the whole.
 */
public final class OpenReportsFollower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OpenReportsFollower.class);
    private static final String REPORTS = "report.";
    private static final int STEP = 500;
    private static final int MOST = 100_000;
    private static final Duration IDLE = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long PAUSE_MILLIS = 1_000;

    private final Ledger ledger;
    private final FactMapper mapper;
    private final Thread thread = new Thread(this::run, "open-reports");
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Object progress = new Object();
    private final OpenReports open;

    public OpenReportsFollower(Ledger ledger, FactMapper mapper) {
        this(ledger, mapper, MOST);
    }

    /** @param most how many are kept; beyond that the newest wait until half of these are done */
    OpenReportsFollower(Ledger ledger, FactMapper mapper, int most) {
        this.ledger = ledger;
        this.mapper = mapper;
        this.open = new OpenReports(most);
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /**
     * Some of the open reports, with everything considered that the ledger holds now.
     *
     * @param after index of the last one that was seen; -1 for the oldest
     * @throws NotYet if that much has not been read in time
     */
    public Page page(long after, boolean onlyUrgent, int limit) {
        long wanted = ledger.size();
        Supplier<Optional<Page>> page = () -> open.page(wanted, after, onlyUrgent, limit);
        return page.get()
                .or(() -> Waiters.await(() -> came(page)) ? page.get() : Optional.empty())
                .orElseThrow(() -> new NotYet(wanted - 1, open.next() - 1));
    }

    private boolean came(Supplier<Optional<Page>> page) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        synchronized (progress) {
            while (page.get().isEmpty()) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0 || !waited(left)) {
                    return false;
                }
            }
        }
        return true;
    }

    @SuppressWarnings("WaitNotInLoop") // the caller loops
    private boolean waited(long millis) {
        try {
            progress.wait(millis);
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void run() {
        while (!closed()) {
            try {
                if (ledger.awaitSize(open.next() + 1, IDLE)) {
                    take(ledger.read(open.next(), STEP));
                }
                open.goBackIfThereIsRoom();
            } catch (RuntimeException failed) {
                LOG.error(
                        "following reports failed after index {}: {}",
                        open.next() - 1,
                        failed.getClass().getName());
                pause();
            }
        }
    }

    private void take(List<StoredFact> facts) {
        for (StoredFact stored : facts) {
            String stream = stored.stream();
            if (stream != null && stored.type().startsWith(REPORTS)) {
                // without the sealed section: nothing protected is kept here
                open.apply(stored.index(), stream, (ReportFact)
                        mapper.read(stored.type(), stored.revision(), stored.payload(), null));
            }
            open.reached(stored.index() + 1);
        }
        synchronized (progress) {
            progress.notifyAll();
        }
    }

    private boolean closed() {
        return closing.getCount() == 0;
    }

    private void pause() {
        try {
            if (closing.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                LOG.debug("closed while waiting to try again");
            }
        } catch (InterruptedException interrupted) {
            closing.countDown();
        }
    }

    /** Lets go of the ledger. */
    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
